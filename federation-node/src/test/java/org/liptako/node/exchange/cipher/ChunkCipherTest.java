package org.liptako.node.exchange.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
