package org.liptako.node.exchange.store.s3;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Holds what is written to it against a file. Not thread-safe. */
final class SameBytes extends OutputStream {
    private final InputStream file;
    private boolean same = true;

    SameBytes(Path file) throws IOException {
        this.file = new BufferedInputStream(Files.newInputStream(file));
    }

    @Override
    public void write(int value) throws IOException {
        same &= file.read() == (value & 0xff);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        same &= Arrays.equals(file.readNBytes(length), Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /** Whether all of the file was written, and nothing else. */
    boolean isSame() throws IOException {
        return same && file.read() < 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
