package org.liptako.pki.tlog.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A log's files in a directory. */
public record DirectoryFiles(Path directory) implements LogFiles {
    /** Longer than any file of a log. */
    static final int MOST_BYTES = 1_000_000;

    @Override
    public Optional<byte[]> read(String path) {
        Path file = directory.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(MOST_BYTES + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", e);
        }
    }
}
