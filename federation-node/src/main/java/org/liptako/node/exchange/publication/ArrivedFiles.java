package org.liptako.node.exchange.publication;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;

/**
 * The files that lie somewhere, before anything is made of them.
 *
 * @param names relative to where they lie, with slashes
 * @param contents what is in them
 */
public record ArrivedFiles(Set<String> names, Contents contents) {
    private static final int LONGEST_NAME = 120;
    private static final int STEP = 128 << 10;
    /** Each is asked for apart. */
    private static final int OBJECT_STEP = 4 << 20;

    /** Reads a file from its beginning to its end. */
    @FunctionalInterface
    public interface Contents {
        /**
         * Gives the bytes of a file, stretch by stretch.
         *
         * @param taker uses the bytes before it returns; what it throws ends the reading
         */
        void read(String name, Consumer<ByteBuffer> taker) throws IOException;
    }

    public ArrivedFiles {
        names = Set.copyOf(names);
    }

    /** @throws Failure NOT_READY if a link is among them, before a version is made that holds one */
    static ArrivedFiles in(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            Set<String> names = all.filter(path -> isFile(directory, path))
                    .map(path -> directory.relativize(path).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new ArrivedFiles(names, (name, taker) -> read(directory.resolve(name), taker));
        }
    }

    private static void read(Path file, Consumer<ByteBuffer> taker) throws IOException {
        byte[] step = new byte[STEP];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(step); read >= 0; read = in.read(step)) {
                taker.accept(ByteBuffer.wrap(step, 0, read));
            }
        }
    }

    private static boolean isFile(Path directory, Path path) {
        if (Files.isSymbolicLink(path)) {
            String name = Printable.line(directory.relativize(path).toString(), LONGEST_NAME);
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "« " + name
                            + " » est un lien symbolique, qu'une liste d'empreintes ne prouve pas ; mettez le fichier"
                            + " à sa place.",
                    "\"" + name + "\" is a symbolic link, which a list of digests does not prove; put the file in its"
                            + " place.");
        }
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** An object that is another one than was listed ends its reading. */
    static ArrivedFiles of(BucketClient bucket, ObjectTree tree) {
        Map<String, ManifestFile> files = tree.list().files().stream()
                .collect(Collectors.toMap(file -> file.path().value(), Function.identity()));
        return new ArrivedFiles(files.keySet(), (name, taker) -> {
            ManifestFile file = requireNonNull(files.get(name), "only what was listed is read");
            ByteBuffer step = ByteBuffer.allocate((int) Math.min(OBJECT_STEP, file.size()));
            for (long offset = 0; offset < file.size(); offset += step.limit()) {
                step.clear().limit((int) Math.min(step.capacity(), file.size() - offset));
                if (!bucket.read(tree.key(file), offset, step, tree.tag(file))) {
                    throw PublicationFailures.changed(name);
                }
                taker.accept(step.flip());
            }
        });
    }
}
