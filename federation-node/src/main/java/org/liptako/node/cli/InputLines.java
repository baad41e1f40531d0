package org.liptako.node.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Lines of bytes, each cut off beyond a length, so that one endless line cannot fill the memory; the cut line is still too long for its reader. */
public final class InputLines {
    private final InputStream in;
    private final int longest;

    /**
     * @param longest the most bytes of a line that anybody may want; one more is kept, to show that there were more
     */
    public InputLines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.longest = longest;
    }

    /** The next line without its line feed; empty at the end. */
    public Optional<byte[]> next() {
        try {
            int first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            var line = new ByteArrayOutputStream(1024);
            for (int octet = first; octet >= 0 && octet != '\n'; octet = in.read()) {
                if (line.size() <= longest) {
                    line.write(octet);
                }
            }
            return Optional.of(line.toByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** True if a next line would have to be waited for: the moment to hand over what has been answered. */
    public boolean idle() {
        try {
            return in.available() == 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
