package org.liptako.policy.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes, keeping no more of each than one byte above a limit: enough to see that it is too long. */
final class LineReader {
    private final InputStream in;
    private final int limit;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line without its end, or null at the end of the input. */
    byte @Nullable [] next() throws IOException {
        int next = in.read();
        if (next < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        while (next >= 0 && next != '\n') {
            if (line.size() <= limit) {
                line.write(next);
            }
            next = in.read();
        }
        return line.toByteArray();
    }
}
