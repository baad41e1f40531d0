package org.liptako.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liptako.pki.evidence.Digest;

/**
 * What has come from abroad, and the lists of it that were made there.
 *
 * @param directory below it lies what the State may publish
 */
record Arrivals(Path directory) {
    Path path(String name) {
        return directory.resolve(name);
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(path(name).getParent());
        Files.writeString(path(name), text);
    }

    /** As sha256sum writes it. */
    void list(String listing, String origin, String... names) throws IOException {
        var lines = new StringBuilder();
        for (String name : names) {
            lines.append(Digest.over(Files.readAllBytes(path(origin).resolve(name)))
                            .hex())
                    .append("  ./")
                    .append(name)
                    .append('\n');
        }
        write(listing, lines.toString());
    }
}
