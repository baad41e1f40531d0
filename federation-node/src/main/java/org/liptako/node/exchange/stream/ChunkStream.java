package org.liptako.node.exchange.stream;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A chunk as gRPC takes it: poured out once, its length known beforehand. */
final class ChunkStream extends InputStream implements Drainable, KnownLength {
    /** Small enough to stay in the processor's nearest memory between the two copies that an array in between costs. */
    private static final int PIECE = 16 << 10;

    private final ByteBuffer head;
    private final ByteBuffer data;

    ChunkStream(byte[] head, ByteBuffer data) {
        this.head = ByteBuffer.wrap(head);
        this.data = data.duplicate();
    }

    @Override
    public int available() {
        return head.remaining() + data.remaining();
    }

    @Override
    public int drainTo(OutputStream target) throws IOException {
        int all = available();
        pour(head, target);
        pour(data, target);
        return all;
    }

    @Override
    public int read() {
        ByteBuffer part = head.hasRemaining() ? head : data;
        return part.hasRemaining() ? part.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        ByteBuffer part = head.hasRemaining() ? head : data;
        int count = Math.min(length, part.remaining());
        part.get(target, offset, count);
        return count == 0 ? -1 : count;
    }

    private static void pour(ByteBuffer part, OutputStream target) throws IOException {
        if (part.hasArray()) {
            target.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
            part.position(part.limit());
            return;
        }
        byte[] piece = new byte[Math.min(PIECE, part.remaining())];
        while (part.hasRemaining()) {
            int count = Math.min(piece.length, part.remaining());
            part.get(piece, 0, count);
            target.write(piece, 0, count);
        }
    }
}
