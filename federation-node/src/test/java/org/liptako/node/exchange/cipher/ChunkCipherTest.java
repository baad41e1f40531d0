package org.liptako.node.exchange.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

class ChunkCipherTest {
    private static final DatasetId DATASET = new DatasetId("ML-DS-008");
    private static final ByteBuffer CHUNK = ByteBuffer.wrap("a chunk of a dataset".getBytes(UTF_8));

    @TempDir
    private Path keys;

    @Test
    void encryptsTheSameChunkTheSameWayAndSixteenBytesLonger() {
        ByteBuffer first = new DatasetKeys(keys).cipher(DATASET).encrypt(CHUNK);
        ByteBuffer afterRestart = new DatasetKeys(keys).cipher(DATASET).encrypt(CHUNK.duplicate());
        assertThat(first).isEqualTo(afterRestart);
        assertThat(first.remaining()).isEqualTo(CHUNK.remaining() + 16);
    }

    @Test
    void givesThePlainBytesBackToTheKeyOfTheSameDatasetOnly() {
        DatasetKeys all = new DatasetKeys(keys);
        ByteBuffer encrypted = all.cipher(DATASET).encrypt(CHUNK);
        assertThat(all.cipher(DATASET).decrypt(encrypted)).isEqualTo(CHUNK);
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> all.cipher(new DatasetId("ML-DS-009")).decrypt(encrypted))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BYTES_CORRUPT));
    }

    @Test
    void refusesACiphertextWithOneBitChanged() {
        ChunkCipher cipher = new DatasetKeys(keys).cipher(DATASET);
        ByteBuffer encrypted = cipher.encrypt(CHUNK);
        encrypted.put(17, (byte) (encrypted.get(17) ^ 1));
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> cipher.decrypt(encrypted));
    }

    @Test
    void digestsOneCiphertextAfterTheOtherAsIfEachWereMade() {
        ChunkCipher cipher = new DatasetKeys(keys).cipher(DATASET);
        CiphertextDigests digests = cipher.digests();
        Random random = new Random(5);
        for (int length : new int[] {1, 15, 16, 17, 4_096, (1 << 14) - 1, 1 << 14, (1 << 14) + 1, 1 << 20, 3}) {
            byte[] chunk = new byte[length];
            random.nextBytes(chunk);
            byte[] expected = ChunkDigests.digest(cipher.encrypt(ByteBuffer.wrap(chunk)));

            ByteBuffer within = ByteBuffer.allocate(length + 9)
                    .position(7)
                    .put(chunk)
                    .flip()
                    .position(7);
            assertThat(digests.digest(within)).isEqualTo(expected);
            assertThat(within.remaining()).isEqualTo(length);
            assertThat(digests.digest(
                            ByteBuffer.allocateDirect(length).put(chunk).flip()))
                    .isEqualTo(expected);
        }
    }

    @Test
    void digestsNothingMoreOnceTheKeyIsDestroyed() {
        DatasetKeys all = new DatasetKeys(keys);
        CiphertextDigests digests = all.cipher(DATASET).digests();
        all.destroy(DATASET);
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> digests.digest(CHUNK))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.KEY_DESTROYED));
    }

    @Test
    void keepsTheKeyFromEveryoneButTheNode() throws IOException {
        new DatasetKeys(keys).cipher(DATASET);
        Path key = keys.resolve("ML-DS-008.aes-siv.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new DatasetKeys(keys).cipher(DATASET))
                .withMessageContaining("0600");
    }
}
