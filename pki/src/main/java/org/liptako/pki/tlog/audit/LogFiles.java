package org.liptako.pki.tlog.audit;

import java.util.Optional;

/** A log as files under its prefix: a directory, or a web server. */
@FunctionalInterface
public interface LogFiles {
    /**
     * The file of that path, such as {@code checkpoint} or {@code tile/0/000}; empty if there is none.
     *
     * @throws java.io.UncheckedIOException if it cannot be asked for
     */
    Optional<byte[]> read(String path);
}
