package org.liptako.node.exchange.courier.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.liptako.node.exchange.courier.disk.SealedFormat.Kind;
import org.liptako.node.exchange.courier.key.KeyId;
import org.liptako.node.exchange.store.Durable;
import org.liptako.pki.sealing.SealingKey;

class SealedFileLaws {
    private static final int FRAME = SealedFormat.FRAME;
    private static final SealingKey KEY = SealingKey.generate();

    @SuppressWarnings("NullAway.Init") // Made before each property.
    private Path directory;

    @BeforeProperty
    void make() throws IOException {
        directory = Files.createTempDirectory("sealed");
    }

    @AfterProperty
    void remove() throws IOException {
        Durable.remove(directory);
    }

    @Property(tries = 60)
    void whatWentInComesOutAtAnyPlace(@ForAll Random random, @ForAll @IntRange(min = 1, max = 5 * FRAME) int length)
            throws IOException {
        byte[] content = random(random, length);
        Path file = write(content);
        try (SealedReader reader = reader(file, KEY)) {
            int from = random.nextInt(length);
            ByteBuffer part = ByteBuffer.allocate(1 + random.nextInt(length - from));
            reader.read(from, part);
            assertThat(part.array()).isEqualTo(Arrays.copyOfRange(content, from, from + part.capacity()));
        }
        assertThat(Files.size(file)).isEqualTo(SealedFormat.fileBytes(SealedFormat.frames(length)));
        assertThat(SealedFormat.framesIn(Files.size(file))).isEqualTo(SealedFormat.frames(length));
    }

    @Property(tries = 60)
    void aFlippedBitIsSeenAndSpoilsItsOwnFrameOnly(@ForAll Random random) throws IOException {
        byte[] content = random(random, 4 * FRAME);
        Path file = write(content);
        long place = SealedFormat.HEAD + (long) random.nextInt(4 * (FRAME + SealedFormat.TAG));
        flip(file, place, random.nextInt(8));
        long damaged = (place - SealedFormat.HEAD) / (FRAME + SealedFormat.TAG);
        try (SealedReader reader = reader(file, KEY)) {
            for (int frame = 0; frame < 4; frame++) {
                ByteBuffer part = ByteBuffer.allocate(FRAME);
                long from = (long) frame * FRAME;
                if (frame == damaged) {
                    assertThatExceptionOfType(DamagedException.class).isThrownBy(() -> reader.read(from, part));
                } else {
                    reader.read(from, part);
                    assertThat(part.array()).isEqualTo(Arrays.copyOfRange(content, (int) from, (int) from + FRAME));
                }
            }
        }
    }

    /** In the head it spoils all: another secret, or none, or another key's name, or no sealed file. */
    @Property(tries = 60)
    void aBitFlippedInTheHeadLetsNothingBeRead(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = SealedFormat.HEAD - 1) int place)
            throws IOException {
        byte[] content = random(random, FRAME);
        Path file = write(content);
        flip(file, place, random.nextInt(7));
        try (OpenedFile opened = OpenedFile.open(file)) {
            if (!opened.key().equals(KeyId.of(KEY.publicKey()))) {
                return;
            }
        } catch (DamagedException e) {
            return;
        }
        assertThatExceptionOfType(DamagedException.class).isThrownBy(() -> {
            try (SealedReader reader = reader(file, KEY)) {
                reader.read(0, ByteBuffer.allocate(FRAME));
            }
        });
    }

    @Property(tries = 40)
    void aFileThatIsCutOffGivesWhatItStillHas(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 3 * (FRAME + SealedFormat.TAG) - 1) int left)
            throws IOException {
        byte[] content = random(random, 3 * FRAME);
        Path file = write(content);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(SealedFormat.HEAD + left);
        }
        long whole = SealedFormat.framesIn(Files.size(file));
        try (SealedReader reader = reader(file, KEY)) {
            ByteBuffer there = ByteBuffer.allocate((int) whole * FRAME);
            reader.read(0, there);
            assertThat(there.array()).isEqualTo(Arrays.copyOf(content, (int) whole * FRAME));
            assertThatExceptionOfType(DamagedException.class)
                    .isThrownBy(() -> reader.read(whole * FRAME, ByteBuffer.allocate(1)));
        }
    }

    @Property(tries = 10)
    void anotherKeyAndAnotherKindOfFileReadNothing(@ForAll Random random) throws IOException {
        Path file = write(random(random, FRAME));
        try (SealedReader other = reader(file, SealingKey.generate())) {
            assertThatExceptionOfType(DamagedException.class).isThrownBy(() -> other.read(0, ByteBuffer.allocate(1)));
        }
        FileChannel channel = FileChannel.open(file);
        try (SealedReader label = SealedReader.of(channel, SealedHead.read(channel), KEY, Kind.LABEL)) {
            assertThatExceptionOfType(DamagedException.class).isThrownBy(() -> label.read(0, ByteBuffer.allocate(1)));
        }
    }

    @Property(tries = 10)
    void theSameContentIsNeverTheSameFile(@ForAll Random random) throws IOException {
        byte[] content = random(random, FRAME);
        byte[] one = Files.readAllBytes(write(content));
        byte[] other = Files.readAllBytes(write(content));
        int frames = SealedFormat.HEAD;
        assertThat(Arrays.copyOfRange(one, frames, one.length))
                .isNotEqualTo(Arrays.copyOfRange(other, frames, other.length));
    }

    private Path write(byte[] content) throws IOException {
        Path file = Files.createTempFile(directory, "file", "");
        Files.delete(file);
        try (SealedWriter writer = SealedWriter.create(file, KEY.publicKey(), Kind.CONTAINER)) {
            writer.write(ByteBuffer.wrap(content));
            writer.finish();
        }
        return file;
    }

    private static SealedReader reader(Path file, SealingKey key) throws IOException {
        FileChannel channel = FileChannel.open(file);
        return SealedReader.of(channel, SealedHead.read(channel), key, Kind.CONTAINER);
    }

    private static void flip(Path file, long place, int bit) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, place);
            one.put(0, (byte) (one.get(0) ^ (1 << bit)));
            channel.write(one.flip(), place);
        }
    }

    private static byte[] random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
