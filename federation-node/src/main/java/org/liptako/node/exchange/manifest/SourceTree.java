package org.liptako.node.exchange.manifest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies in a directory that is published, each kind in the order of its paths; nobody has looked yet whether it can be a version.
 *
 * @param empty the directories that nothing lies in
 * @param stamps of the files, in their order
 * @param directories the stamps of all directories, which change when a name in them does
 */
public record SourceTree(
        List<ManifestFile> files,
        List<ManifestLink> links,
        List<ManifestPath> empty,
        List<FileStamp> stamps,
        Map<Path, FileStamp> directories) {
    public SourceTree {
        files = files instanceof FileTable ? files : List.copyOf(files);
        links = List.copyOf(links);
        empty = List.copyOf(empty);
        stamps = stamps instanceof StampTable ? stamps : List.copyOf(stamps);
        directories = Map.copyOf(directories);
    }

    /**
     * The same as a version's list.
     *
     * @throws org.liptako.node.wire.Failure MANIFEST_REFUSED if it can be none: paths fall together, or a link leads nowhere
     */
    public FileList list() {
        return new FileList(files, links, empty);
    }

    /** A directory in which something has come, gone or been renamed since the tree was read. */
    public Optional<Path> changedDirectory() throws IOException {
        for (Map.Entry<Path, FileStamp> directory : directories.entrySet()) {
            if (!FileStamp.of(directory.getKey()).equals(directory.getValue())) {
                return Optional.of(directory.getKey());
            }
        }
        return Optional.empty();
    }
}
