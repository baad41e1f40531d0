package org.liptako.node.cli.demo.stage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Makes a dataset's files: seeded, so that each run moves the same bytes, and random, so that nothing on the way can shrink them. */
public final class DatasetFiles {
    private static final int BLOCK = 1 << 20;

    private DatasetFiles() {}

    /** Writes files of the given size in all, some of them in a folder, with one that is not a whole number of chunks. No name has a chunk of another's. */
    public static void write(Path directory, String name, long bytes) {
        var random = new SplittableRandom(name.hashCode());
        try {
            Files.createDirectories(directory.resolve("annexes"));
            Files.writeString(
                    directory.resolve("LISEZ-MOI.txt"),
                    name + " : données d'exemple, sans valeur. / Sample data, of no value.\n");
            write(directory.resolve("registre.bin"), random, bytes * 3 / 4);
            write(directory.resolve("annexes").resolve("index.bin"), random, bytes / 4 - 17);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Writes many files of one size in folders of a hundred, none of more than a chunk. */
    public static void writeSmall(Path directory, String name, int files, int bytes) {
        var random = new SplittableRandom(name.hashCode());
        var content = new byte[bytes];
        try {
            for (int i = 0; i < files; i++) {
                var file = directory.resolve("%02d".formatted(i / 100)).resolve("%02d.bin".formatted(i % 100));
                Files.createDirectories(file.getParent());
                random.nextBytes(content);
                Files.write(file, content);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void write(Path file, SplittableRandom random, long bytes) throws IOException {
        var block = new byte[BLOCK];
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), BLOCK)) {
            for (long left = bytes; left > 0; left -= BLOCK) {
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(BLOCK, left));
            }
        }
    }
}
