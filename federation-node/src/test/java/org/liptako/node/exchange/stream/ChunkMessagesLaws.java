package org.liptako.node.exchange.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.grpc.Drainable;
import io.grpc.HasByteBuffer;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.liptako.exchange.v1.FetchResponse;
import org.liptako.node.exchange.manifest.ChunkLayout;

/** What is written and read by hand is what the generated message is on the wire. */
class ChunkMessagesLaws {
    private static final Marshaller<Chunk> MESSAGES = ChunkMessages.fetch().getResponseMarshaller();

    @Property
    void writesTheBytesOfTheGeneratedMessage(
            @ForAll @IntRange(max = Integer.MAX_VALUE) int number, @ForAll @Size(max = 300) byte[] data)
            throws IOException {
        byte[] generated = generated(number, data);

        assertThat(poured(number, data)).isEqualTo(generated);
        assertThat(stream(number, data).readAllBytes()).isEqualTo(generated);
        assertThat(stream(number, data).available()).isEqualTo(generated.length);
    }

    @Property
    void readsWhatTheGeneratedMessageWrites(
            @ForAll @IntRange(max = Integer.MAX_VALUE) int number, @ForAll @Size(max = 300) byte[] data) {
        Chunk read = MESSAGES.parse(new ByteArrayInputStream(generated(number, data)));

        assertThat(read.number()).isEqualTo(number);
        assertThat(bytes(read)).isEqualTo(data);
    }

    @Example
    void aFullChunkOfEitherFormIsNoException() throws IOException {
        for (boolean encrypted : new boolean[] {false, true}) {
            byte[] data = new byte[ChunkLayout.chunkBytes(encrypted)];
            Arrays.fill(data, (byte) 0xa5);

            assertThat(poured(7, data)).isEqualTo(generated(7, data));
            assertThat(bytes(MESSAGES.parse(new ByteArrayInputStream(generated(7, data)))))
                    .isEqualTo(data);
        }
    }

    @Property
    void passesOverTheFieldsOfANewerVersion(
            @ForAll @IntRange(max = 1 << 20) int number,
            @ForAll @Size(max = 40) byte[] data,
            @ForAll @IntRange(min = 3, max = 1_000) int field,
            @ForAll long value,
            @ForAll @Size(max = 20) byte[] more)
            throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(message);
        out.writeUInt64(field, value);
        out.writeByteArray(field + 1, more);
        out.writeFixed32(field + 2, (int) value);
        out.writeFixed64(field + 3, value);
        out.flush();
        message.writeBytes(generated(number, data));

        Chunk read = MESSAGES.parse(new ByteArrayInputStream(message.toByteArray()));

        assertThat(read.number()).isEqualTo(number);
        assertThat(bytes(read)).isEqualTo(data);
    }

    @Property
    void refusesOrReadsWhateverComesAndThrowsNothingElse(@ForAll @Size(max = 60) byte[] anything) {
        try {
            assertThat(MESSAGES.parse(new ByteArrayInputStream(anything)).number())
                    .isNotNegative();
        } catch (StatusRuntimeException refused) {
            assertThat(refused).hasMessageContaining("cannot be read");
        }
    }

    @Property
    void refusesANumberThatNoChunkCanHave(
            @ForAll @LongRange(min = Integer.MAX_VALUE + 1L, max = Long.MAX_VALUE) long number) {
        byte[] message = FetchResponse.newBuilder().setChunk(number).build().toByteArray();

        assertThatThrownBy(() -> MESSAGES.parse(new ByteArrayInputStream(message)))
                .isInstanceOf(StatusRuntimeException.class);
    }

    @Example
    void refusesAChunkLongerThanAny() {
        byte[] message = generated(0, new byte[ChunkLayout.chunkBytes(true) + 1]);

        assertThatThrownBy(() -> MESSAGES.parse(new ByteArrayInputStream(message)))
                .isInstanceOf(StatusRuntimeException.class);
    }

    @Property
    void refusesAMessageThatEndsTooSoon(
            @ForAll @Size(min = 2, max = 200) byte[] data, @ForAll @IntRange(min = 1, max = 100) int cut) {
        byte[] whole = generated(3, data);
        byte[] torn = Arrays.copyOf(whole, whole.length - Math.min(cut, data.length - 1));

        assertThatThrownBy(() -> MESSAGES.parse(new ByteArrayInputStream(torn)))
                .isInstanceOf(StatusRuntimeException.class);
    }

    @Property(tries = 100)
    void readsPastEmptyFramesAndAcrossAllOthers(
            @ForAll @Size(min = 1, max = 200) byte[] data,
            @ForAll @Size(max = 20) List<@IntRange(max = 30) Integer> cuts)
            throws IOException {
        Frames frames = new Frames(generated(9, data), cuts);

        Chunk read = MESSAGES.parse(frames);

        assertThat(read.number()).isEqualTo(9);
        assertThat(bytes(read)).isEqualTo(data);
    }

    @Example
    void refusesAMessageOfFramesThatEndsInAnEmptyOne() {
        byte[] whole = generated(9, new byte[100]);
        byte[] torn = Arrays.copyOf(whole, 50);

        assertThatThrownBy(() -> MESSAGES.parse(new Frames(torn, List.of(50, 0, 0))))
                .isInstanceOf(StatusRuntimeException.class);
    }

    /** A message as gRPC hands it over: frame by frame, empty ones too, which only reading goes past. */
    @SuppressWarnings("InputStreamSlowMultibyteRead") // A few bytes; gRPC's own stream is not tried here.
    private static final class Frames extends InputStream implements HasByteBuffer {
        private final Deque<ByteBuffer> frames = new ArrayDeque<>();

        Frames(byte[] message, List<Integer> cuts) {
            int from = 0;
            for (int cut : cuts) {
                int length = Math.min(cut, message.length - from);
                frames.add(ByteBuffer.wrap(message, from, length).slice());
                from += length;
            }
            frames.add(ByteBuffer.wrap(message, from, message.length - from).slice());
        }

        @Override
        public boolean byteBufferSupported() {
            return true;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            ByteBuffer first = frames.peek();
            return first == null ? null : first.duplicate();
        }

        @Override
        public int read() {
            while (!frames.isEmpty() && !frames.element().hasRemaining()) {
                frames.remove();
            }
            return frames.isEmpty() ? -1 : frames.element().get() & 0xff;
        }

        @Override
        public long skip(long count) {
            ByteBuffer first = frames.element();
            first.position(first.position() + (int) count);
            if (!first.hasRemaining()) {
                frames.remove();
            }
            return count;
        }
    }

    private static byte[] generated(int number, byte[] data) {
        return FetchResponse.newBuilder()
                .setChunk(number)
                .setData(ByteString.copyFrom(data))
                .build()
                .toByteArray();
    }

    private static byte[] poured(int number, byte[] data) throws IOException {
        ByteArrayOutputStream poured = new ByteArrayOutputStream();
        int length = ((Drainable) stream(number, data)).drainTo(poured);
        assertThat(length).isEqualTo(poured.size());
        return poured.toByteArray();
    }

    private static InputStream stream(int number, byte[] data) {
        return MESSAGES.stream(new Chunk(number, ByteBuffer.wrap(data)));
    }

    private static byte[] bytes(Chunk chunk) {
        byte[] bytes = new byte[chunk.data().remaining()];
        chunk.data().duplicate().get(bytes);
        return bytes;
    }
}
