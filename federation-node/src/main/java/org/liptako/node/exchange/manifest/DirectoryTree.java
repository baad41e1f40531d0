package org.liptako.node.exchange.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Reads what a directory holds: regular files, links, empty directories. Links are not followed; what is neither is refused, not left
 * out: what is published is what is there. A file with several names (hard links) is as many files.
 *
 * <p>Each entry is looked at once, those of one directory by several processors. Names of one directory, and of those above it, are in
 * memory at a time.
 */
public final class DirectoryTree {
    private final FileDraft files;
    private final StampDraft stamps;
    private final List<ManifestLink> links = new ArrayList<>();
    private final List<ManifestPath> empty = new ArrayList<>();
    private final Map<Path, FileStamp> directories = new HashMap<>();

    /** What lies in a directory. Files come where their names do, directories where their paths with a slash do: so all paths are in order. */
    private record Entry(String name, Path path, FileStamp.Kind kind, FileStamp stamp) {
        static final Comparator<Entry> ORDER = Comparator.comparing(Entry::inOrder, ManifestPath::compare);

        static Entry at(Path path) {
            try {
                FileStamp.Seen seen = FileStamp.see(path);
                return new Entry(String.valueOf(path.getFileName()), path, seen.kind(), seen.stamp());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String inOrder() {
            return kind == FileStamp.Kind.DIRECTORY ? name + '/' : name;
        }
    }

    private DirectoryTree(FileDraft files, StampDraft stamps) {
        this.files = files;
        this.stamps = stamps;
    }

    /**
     * What lies below a directory, in the manifest's order.
     *
     * @throws Failure MANIFEST_REFUSED at the first thing that cannot be part of a version
     */
    public static SourceTree read(Path directory) throws IOException {
        try (FileDraft files = new FileDraft();
                StampDraft stamps = new StampDraft()) {
            DirectoryTree tree = new DirectoryTree(files, stamps);
            tree.visit(directory, FileStamp.of(directory), "");
            tree.empty.sort(Comparator.naturalOrder());
            return new SourceTree(files.finish(), tree.links, tree.empty, stamps.finish(), tree.directories);
        }
    }

    /** @param prefix what comes before a name in it, with a slash */
    private void visit(Path directory, FileStamp stamp, String prefix) throws IOException {
        directories.put(directory, stamp);
        List<Entry> entries = entries(directory);
        for (Entry entry : entries) {
            String path = ManifestPath.readable(prefix + entry.name());
            switch (entry.kind()) {
                case FILE -> add(new ManifestPath(path), entry.stamp());
                case LINK -> links.add(link(new ManifestPath(path), entry.path()));
                case DIRECTORY -> visit(entry.path(), entry.stamp(), path + '/');
                case OTHER -> throw noFile(new ManifestPath(path));
            }
        }
        if (entries.isEmpty() && !prefix.isEmpty()) {
            empty.add(new ManifestPath(prefix.substring(0, prefix.length() - 1)));
        }
    }

    private static List<Entry> entries(Path directory) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path path : stream) {
                // Before they are all in memory.
                mustNotBeTooMany(paths.size());
                paths.add(path);
            }
            return paths.parallelStream().map(Entry::at).sorted(Entry.ORDER).toList();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(ManifestPath path, FileStamp stamp) throws IOException {
        files.add(stamp.file(path));
        stamps.add(stamp);
        mustNotBeTooMany(files.size() + links.size());
    }

    /** @throws Failure MANIFEST_REFUSED if no version has so many entries */
    private static void mustNotBeTooMany(int entries) {
        if (entries > FileList.MOST_FILES) {
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "Le répertoire compte plus de " + FileList.MOST_FILES + " fichiers ; divisez le jeu de données.",
                    "The directory has more than " + FileList.MOST_FILES + " files; split the dataset.");
        }
    }

    private static ManifestLink link(ManifestPath path, Path link) throws IOException {
        // A target that is not UTF-8 is refused as the path of a file would be.
        return new ManifestLink(
                path, ManifestPath.readable(Files.readSymbolicLink(link).toString()));
    }

    private static Failure noFile(ManifestPath path) {
        return Failure.of(
                ErrorCode.MANIFEST_REFUSED,
                "« " + path + " » est un périphérique, un tube ou une prise, et non un fichier ; retirez-le.",
                "\"" + path + "\" is a device, a pipe or a socket, and no file; take it out.");
    }
}
