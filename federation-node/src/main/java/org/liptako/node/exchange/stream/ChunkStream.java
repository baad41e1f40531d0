package org.liptako.node.exchange.stream;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;

/** A chunk as gRPC takes it: poured out once, its length known beforehand. */
final class ChunkStream extends InputStream implements Drainable, KnownLength {
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
        } else {
            Channels.newChannel(target).write(part);
        }
    }
}
