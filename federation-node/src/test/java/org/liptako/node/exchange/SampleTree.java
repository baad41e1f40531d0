package org.liptako.node.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.liptako.pki.evidence.Digest;

/** Directories of random files to publish, and what is needed to say that two directories are the same. */
public final class SampleTree {
    private SampleTree() {}

    /** A few files of all the sizes that matter to chunks: none, small, just a chunk, one byte more, several. */
    public static Path small(Path directory) throws IOException {
        Random random = new Random(8);
        int[] sizes = {0, 1, 4_096, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20};
        for (int size : sizes) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            Path file = directory.resolve("par taille/" + size % 3 + "/données-" + size + ".bin");
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
        return directory;
    }

    /** One file of so many mebibytes. */
    public static Path large(Path directory, int mebibytes) throws IOException {
        Files.createDirectories(directory);
        Random random = new Random(mebibytes);
        byte[] block = new byte[1 << 20];
        try (var out = Files.newOutputStream(directory.resolve("large.bin"))) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        return directory;
    }

    /** Files of 4 KiB, 500 in a directory. */
    public static Path manySmall(Path directory, int files) throws IOException {
        Random random = new Random(4);
        byte[] content = new byte[4 << 10];
        for (int i = 0; i < files; i++) {
            random.nextBytes(content);
            Path file = directory.resolve("%04d/%06d".formatted(i / 500, i));
            if (i % 500 == 0) {
                Files.createDirectories(file.getParent());
            }
            Files.write(file, content);
        }
        return directory;
    }

    /** Every file by its path, with its mode and the digest of its content. */
    public static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> contents.put(directory.relativize(file).toString(), content(file)));
        }
        return contents;
    }

    /** As {@link #contents}, for what has no modes. */
    public static Map<String, String> digests(Path directory) throws IOException {
        Map<String, String> digests = contents(directory);
        digests.replaceAll((path, content) -> content.substring(content.lastIndexOf(' ') + 1));
        return digests;
    }

    private static String content(Path file) {
        try {
            return Files.getPosixFilePermissions(file) + " "
                    + HexFormat.of()
                            .formatHex(Digest.over(Files.readAllBytes(file)).toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
