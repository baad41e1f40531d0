package org.liptako.node.possession.challenge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KeyedChunkTest {
    private static final byte[] KEY = HexFormat.of().parseHex("0b".repeat(32));
    private static final byte[] BYTES = "Niamey".getBytes(US_ASCII);

    @Test
    void itIsTheHmacThatTheDocumentationSays() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        mac.update("liptako-possession/v1\n".getBytes(US_ASCII));
        mac.update(new byte[] {0, 0, 1, 2});
        assertThat(new KeyedChunk(KEY).of(258, ByteBuffer.wrap(BYTES)).toBytes())
                .isEqualTo(mac.doFinal(BYTES));
    }

    @Test
    void anotherKeyNumberOrByteGivesAnother() {
        KeyedChunk keyed = new KeyedChunk(KEY);
        var right = keyed.of(1, ByteBuffer.wrap(BYTES));
        assertThat(keyed.of(1, ByteBuffer.wrap(BYTES))).isEqualTo(right);
        assertThat(keyed.of(2, ByteBuffer.wrap(BYTES))).isNotEqualTo(right);
        assertThat(keyed.of(1, ByteBuffer.wrap(BYTES, 0, 5))).isNotEqualTo(right);
        assertThat(new KeyedChunk(new byte[32]).of(1, ByteBuffer.wrap(BYTES))).isNotEqualTo(right);
    }

    @Test
    void theBufferIsLeftAsItWas() {
        ByteBuffer bytes = ByteBuffer.wrap(BYTES);
        new KeyedChunk(KEY).of(0, bytes);
        assertThat(bytes.remaining()).isEqualTo(BYTES.length);
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyedChunk(new byte[16]));
    }
}
