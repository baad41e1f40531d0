package org.liptako.node.exchange.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.subtle.AesSiv;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Held against Tink's AES-SIV, and against the RFC. */
class BulkAesSivLaws {
    @Property(tries = 300)
    void sealsAndOpensAsTinkDoes(
            @ForAll @IntRange(max = 20_000) int length,
            @ForAll @IntRange(max = 40) int associatedLength,
            @ForAll Random random)
            throws GeneralSecurityException {
        byte[] key = bytes(random, 64);
        byte[] plain = bytes(random, length);
        byte[] associated = bytes(random, associatedLength);
        BulkAesSiv bulk = new BulkAesSiv(key);

        byte[] sealed = bulk.encryptDeterministically(plain, associated);

        assertThat(sealed).isEqualTo(new AesSiv(key).encryptDeterministically(plain, associated));
        assertThat(bulk.decryptDeterministically(sealed, associated)).isEqualTo(plain);
        sealed[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> bulk.decryptDeterministically(sealed, associated));
    }

    @Property(tries = 20)
    void sealsLengthsAroundABlockAndAPieceAsTinkDoes(
            @ForAll @IntRange(min = -2, max = 2) int beside, @ForAll Random random) throws GeneralSecurityException {
        byte[] key = bytes(random, 64);
        for (int length : new int[] {16, 32, 8_192, 8_208, 1 << 20}) {
            byte[] plain = bytes(random, length + beside);
            assertThat(new BulkAesSiv(key).encryptDeterministically(plain, key))
                    .isEqualTo(new AesSiv(key).encryptDeterministically(plain, key));
        }
    }

    /** RFC 5297, appendix A.1. */
    @Example
    void agreesWithTheExampleOfTheRfc() throws GeneralSecurityException {
        HexFormat hex = HexFormat.of();
        BulkAesSiv siv =
                new BulkAesSiv(hex.parseHex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"));
        assertThat(hex.formatHex(siv.encryptDeterministically(
                        hex.parseHex("112233445566778899aabbccddee"),
                        hex.parseHex("101112131415161718191a1b1c1d1e1f2021222324252627"))))
                .isEqualTo("85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c");
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
