package org.liptako.pki.validation.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** Lines of text, each cut where it shows that it is longer than a limit. */
final class BoundedLines {
    private final BufferedReader text;
    private final int most;
    private final char[] buffer = new char[8192];
    private int at;
    private int end;
    private long number;

    BoundedLines(BufferedReader text, int most) {
        this.text = text;
        this.most = most;
    }

    /** The number of the line last read, from 1. */
    long number() {
        return number;
    }

    /** The next line; one character longer than the limit where it was cut. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        number++;
        while (fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.append(buffer, from, Math.min(at - from, most + 1 - line.length()));
            if (at < end) {
                at++;
                return Optional.of(line.toString());
            }
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }

    /** Whether a line can be had without waiting. */
    boolean isReady() throws IOException {
        return at < end || text.ready();
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, text.read(buffer));
        }
        return end > 0 && at < end;
    }
}
