package org.liptako.node.cli.demo.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.liptako.node.cli.demo.stage.DatasetFiles;
import org.liptako.pki.evidence.Digest;

/** What the foreign host hands over: files, the list of their digests, and a record of their erasure. */
final class ForeignFiles {
    private static final long BYTES = 3 << 20;

    private ForeignFiles() {}

    /** Writes a dataset's files into a directory of its name, and beside it the list that {@code sha256sum} would write. */
    static void write(Path arrivals, String dataset) {
        Path directory = arrivals.resolve(dataset);
        DatasetFiles.write(directory, dataset + ", Paris", BYTES);
        try (var files = Files.walk(directory)) {
            String list = files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> digest(file) + "  ./" + directory.relativize(file) + "\n")
                    .collect(Collectors.joining());
            Files.writeString(arrivals.resolve(dataset + ".sha256"), list);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** SHA-256 over the record of a dataset's erasure. */
    static String record(String dataset) {
        return Digest.over((dataset + " : effacé à XX-EU-1 (exemple)\n").getBytes(UTF_8))
                .hex();
    }

    private static String digest(Path file) {
        try {
            return Digest.over(Files.readAllBytes(file)).hex();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
