package org.liptako.node.exchange.courier.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.liptako.node.exchange.courier.disk.SealedFormat.Kind;
import org.liptako.pki.sealing.SealingKey;

/** Reads a sealed file at any place; each frame is authenticated before a byte of it is given. Not thread-safe. */
final class SealedReader implements Closeable {
    private final FileChannel file;
    private final FrameCipher cipher;
    private final ByteBuffer sealed = ByteBuffer.allocate(SealedFormat.FRAME + SealedFormat.TAG);
    private final ByteBuffer plain = ByteBuffer.allocate(SealedFormat.FRAME);
    private long held = -1;

    private SealedReader(FileChannel file, FrameCipher cipher) {
        this.file = file;
        this.cipher = cipher;
    }

    /**
     * Reads on from a head; the file is closed with the reader.
     *
     * @throws DamagedException if the head's secret is none
     */
    static SealedReader of(FileChannel file, SealedHead head, SealingKey key, Kind kind) throws IOException {
        try {
            return new SealedReader(file, new FrameCipher(key.open(head.encapsulation(), kind.purpose())));
        } catch (IllegalArgumentException e) {
            throw new DamagedException("The secret in the file's head is none.", e);
        }
    }

    /**
     * Fills a buffer from a place among the plain bytes.
     *
     * @throws DamagedException if a frame that is needed is cut off or not what was sealed
     */
    void read(long offset, ByteBuffer into) throws IOException {
        for (long place = offset; into.hasRemaining(); ) {
            load(place / SealedFormat.FRAME);
            int from = (int) (place % SealedFormat.FRAME);
            int step = Math.min(into.remaining(), SealedFormat.FRAME - from);
            into.put(plain.slice(from, step));
            place += step;
        }
    }

    /** The plain bytes as a stream without an end but the file's, from the start on. */
    InputStream stream() {
        return new InputStream() {
            private long place;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                int step = (int) Math.min(length, SealedFormat.FRAME - place % SealedFormat.FRAME);
                SealedReader.this.read(place, ByteBuffer.wrap(bytes, from, step));
                place += step;
                return step;
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void load(long frame) throws IOException {
        if (frame == held) {
            return;
        }
        held = -1;
        long start = SealedFormat.fileBytes(frame);
        sealed.clear();
        while (sealed.hasRemaining()) {
            if (file.read(sealed, start + sealed.position()) < 0) {
                throw new DamagedException("The file ends before frame " + frame + ".");
            }
        }
        plain.clear();
        if (!cipher.open(frame, sealed.flip(), plain)) {
            throw new DamagedException("Frame " + frame + " is not the one that was sealed.");
        }
        held = frame;
    }
}
