package org.liptako.node.exchange.stream;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.grpc.HasByteBuffer;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.liptako.exchange.v1.FetchRequest;
import org.liptako.exchange.v1.FetchResponse;
import org.liptako.exchange.v1.ReplicaExchangeServiceGrpc;
import org.liptako.node.exchange.manifest.ChunkLayout;

/**
 * The messages of {@code Fetch}, read and written without the copies that generated ones make: on the wire they are the same. A chunk
 * is copied once on either side, between its memory and the network's buffers.
 *
 * <p>Chunks are read into the same memory one after the other: a mebibyte for each would be cleared and collected as often as the link
 * brings one. What is read is therefore good until the next message of the call, and a method serves one call at a time on the side that
 * reads. Writing is thread-safe.
 */
public final class ChunkMessages implements MethodDescriptor.Marshaller<Chunk> {
    private static final int NUMBER = FetchResponse.CHUNK_FIELD_NUMBER;
    private static final int DATA = FetchResponse.DATA_FIELD_NUMBER;
    private static final int LONGEST_VARINT = 10;
    private static final int PIECE = 16 << 10;

    private @Nullable ByteBuffer memory;

    private ChunkMessages() {}

    /** The method as client and server call it, with memory of its own for what it reads. */
    public static MethodDescriptor<FetchRequest, Chunk> fetch() {
        MethodDescriptor<FetchRequest, FetchResponse> generated = ReplicaExchangeServiceGrpc.getFetchMethod();
        return generated.toBuilder(generated.getRequestMarshaller(), new ChunkMessages())
                .build();
    }

    @Override
    public InputStream stream(Chunk chunk) {
        return new ChunkStream(head(chunk), chunk.data());
    }

    @Override
    public Chunk parse(InputStream in) {
        try {
            return read(in);
        } catch (IOException e) {
            throw Status.INTERNAL
                    .withDescription("A message of Fetch cannot be read.")
                    .withCause(e)
                    .asRuntimeException();
        }
    }

    /** Everything before the bytes themselves. A number of zero is left out, as protobuf does. */
    private static byte[] head(Chunk chunk) {
        ByteBuffer head = ByteBuffer.allocate(2 + 2 * LONGEST_VARINT);
        CodedOutputStream out = CodedOutputStream.newInstance(head);
        try {
            if (chunk.number() != 0) {
                out.writeUInt64(NUMBER, chunk.number());
            }
            if (chunk.data().hasRemaining()) {
                out.writeTag(DATA, WireFormat.WIRETYPE_LENGTH_DELIMITED);
                out.writeUInt32NoTag(chunk.data().remaining());
            }
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the head of a chunk fits", e);
        }
        return Arrays.copyOf(head.array(), head.position());
    }

    private Chunk read(InputStream in) throws IOException {
        long number = 0;
        ByteBuffer data = memory().limit(0);
        for (int first = in.read(); first >= 0; first = in.read()) {
            long tag = varint(in, first);
            if (tag == (NUMBER << 3 | WireFormat.WIRETYPE_VARINT)) {
                number = varint(in, in.read());
            } else if (tag == (DATA << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
                data = data.clear().limit(length(in));
                fill(data, in);
                data.flip();
            } else {
                skip(in, (int) (tag & 7));
            }
        }
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new IOException("A chunk has the number " + number + ".");
        }
        return new Chunk((int) number, data);
    }

    private ByteBuffer memory() {
        ByteBuffer own = memory;
        if (own == null) {
            own = ByteBuffer.allocateDirect(ChunkLayout.chunkBytes(true));
            memory = own;
        }
        return own.clear();
    }

    /** Fields of a newer version are passed over. */
    private static void skip(InputStream in, int wireType) throws IOException {
        switch (wireType) {
            case WireFormat.WIRETYPE_VARINT -> varint(in, in.read());
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> in.skipNBytes(length(in));
            case WireFormat.WIRETYPE_FIXED32 -> in.skipNBytes(Integer.BYTES);
            case WireFormat.WIRETYPE_FIXED64 -> in.skipNBytes(Long.BYTES);
            default -> throw new IOException("A field has the wire type " + wireType + ".");
        }
    }

    private static int length(InputStream in) throws IOException {
        long length = varint(in, in.read());
        if (length < 0 || length > ChunkLayout.chunkBytes(true)) {
            throw new IOException("A chunk of " + length + " bytes is longer than any.");
        }
        return (int) length;
    }

    /** Fills a buffer to its limit, from the network's own buffers where it can. */
    private static void fill(ByteBuffer target, InputStream in) throws IOException {
        if (in instanceof HasByteBuffer buffers && buffers.byteBufferSupported()) {
            while (target.hasRemaining()) {
                ByteBuffer next = buffers.getByteBuffer();
                if (next == null) {
                    throw endsTooSoon();
                }
                int count = Math.min(next.remaining(), target.remaining());
                if (count == 0) {
                    // An empty frame of the sender's: nothing but reading on goes past it.
                    target.put(oneByte(in));
                    continue;
                }
                target.put(next.slice(next.position(), count));
                in.skipNBytes(count);
            }
            return;
        }
        byte[] piece = new byte[Math.min(PIECE, target.remaining())];
        while (target.hasRemaining()) {
            int count = in.read(piece, 0, Math.min(piece.length, target.remaining()));
            if (count < 0) {
                throw endsTooSoon();
            }
            target.put(piece, 0, count);
        }
    }

    private static byte oneByte(InputStream in) throws IOException {
        int read = in.read();
        if (read < 0) {
            throw endsTooSoon();
        }
        return (byte) read;
    }

    private static EOFException endsTooSoon() {
        return new EOFException("A message ends in the middle of a chunk.");
    }

    private static long varint(InputStream in, int first) throws IOException {
        long value = 0;
        int next = first;
        for (int shift = 0; shift < LONGEST_VARINT * 7; shift += 7) {
            if (next < 0) {
                throw new EOFException("A message ends in the middle of a number.");
            }
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
            next = in.read();
        }
        throw new IOException("A number is longer than any.");
    }
}
