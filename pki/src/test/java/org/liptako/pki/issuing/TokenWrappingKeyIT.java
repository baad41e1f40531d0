package org.liptako.pki.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AES keys in SoftHSM2: made in the token, wrapping in the token, never outside it. */
class TokenWrappingKeyIT {
    private static final byte[] SECRET =
            "sixty-four bytes of a key that encrypts the chunks of a dataset.".getBytes(UTF_8);
    private static final byte[] PURPOSE = "the key of ML-DS-008".getBytes(UTF_8);

    private static Token token = new Token(Path.of("/unset"), 0);
    private static Token other = new Token(Path.of("/unset"), 1);

    @BeforeAll
    static void initialise() throws Exception {
        token = SoftHsm.newToken();
        other = SoftHsm.newToken();
    }

    @Test
    void givesBackWhatItWrappedForTheSamePurposeAlone() {
        TokenWrappingKey key = made("datasets", token);
        byte[] wrapped = key.wrap(SECRET, PURPOSE);
        assertThat(wrapped).hasSize(12 + 64 + 16);
        assertThat(key.wrap(SECRET, PURPOSE)).isNotEqualTo(wrapped);

        assertThat(key("datasets", token).unwrap(wrapped, PURPOSE)).hasValue(SECRET);
        assertThat(key.unwrap(wrapped, "the key of ML-DS-009".getBytes(UTF_8))).isEmpty();
        for (int at = 0; at < wrapped.length; at++) {
            byte[] changed = wrapped.clone();
            changed[at] ^= 1;
            assertThat(key.unwrap(changed, PURPOSE)).isEmpty();
        }
        assertThat(key.unwrap(new byte[27], PURPOSE)).isEmpty();
        assertThat(key.unwrap(wrapped, PURPOSE)).hasValue(SECRET);
        assertThat(key.unwrap(key.wrap(new byte[0], PURPOSE), PURPOSE)).hasValue(new byte[0]);
    }

    @Test
    void aKeyOfTheSameLabelInAnotherTokenIsAnother() {
        byte[] wrapped = made("same", token).wrap(SECRET, PURPOSE);
        assertThat(made("same", other).unwrap(wrapped, PURPOSE)).isEmpty();
    }

    @Test
    void isMadeOnceAndNeverLeavesTheToken() throws Exception {
        TokenWrappingKey key = made("once", token);
        assertFault(TokenFault.KEY_THERE, key::generate);
        SecretKey handle = (SecretKey)
                TokenSlot.store(TokenSlot.provider(token), SoftHsm::pin).getKey("once", new char[0]);
        assertThat(handle.getEncoded()).isNull();
        assertThat(handle.getFormat()).isNull();
        assertThat(handle.toString()).contains("sensitive", "unextractable");
    }

    @Test
    void saysWhyItDoesNotWrap() throws Exception {
        Token fresh = SoftHsm.newToken();
        List<Integer> asked = new ArrayList<>();
        TokenWrappingKey wrongPin = new TokenWrappingKey(fresh, "datasets", () -> {
            asked.add(1);
            return "000000".toCharArray();
        });
        assertFault(TokenFault.PIN_REFUSED, () -> wrongPin.wrap(SECRET, PURPOSE));
        assertThat(asked).hasSize(1);
        assertFault(TokenFault.NO_KEY, () -> key("never made", token).wrap(SECRET, PURPOSE));
        assertFault(
                TokenFault.NO_TOKEN,
                () -> key("datasets", new Token(token.library(), 999)).wrap(SECRET, PURPOSE));
        assertFault(
                TokenFault.NO_TOKEN,
                () -> key("datasets", new Token(Path.of("/no/such/module.so"), 0))
                        .wrap(SECRET, PURPOSE));
    }

    private static TokenWrappingKey made(String label, Token token) {
        TokenWrappingKey key = key(label, token);
        key.generate();
        return key;
    }

    private static TokenWrappingKey key(String label, Token token) {
        return new TokenWrappingKey(token, label, SoftHsm::pin);
    }

    private static void assertFault(TokenFault fault, ThrowingCallable act) {
        assertThatExceptionOfType(TokenFaultException.class)
                .isThrownBy(act)
                .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(fault));
    }
}
