package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationReason;

class RevocationRegisterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void keepsWhatWasRevokedFirst() {
        Revocation first = new Revocation(BigInteger.TEN, NOW, RevocationReason.KEY_COMPROMISE);

        assertThat(register().add(first)).isTrue();
        assertThat(register().add(new Revocation(BigInteger.TEN, NOW.plusSeconds(9), RevocationReason.SUPERSEDED)))
                .isFalse();
        assertThat(register().revocations()).containsExactly(first);
    }

    @Test
    void givesNoNumberTwice() {
        assertThat(register().nextNumber(NOW)).isEqualTo(1);
        register().add(new Revocation(BigInteger.TEN, NOW, RevocationReason.UNSPECIFIED));
        assertThat(register().nextNumber(NOW)).isEqualTo(2);
        assertThat(register().nextNumber(NOW)).isEqualTo(3);
    }

    @Test
    void aDamagedLineIsNotPassedOver() throws Exception {
        register().add(new Revocation(BigInteger.TEN, NOW, RevocationReason.UNSPECIFIED));
        String good = Files.readString(directory.resolve("ml.register"));

        for (String damaged : List.of("revoked zz", "revokd a " + NOW + " UNSPECIFIED", "revoked b " + NOW + " WHIM")) {
            Files.writeString(directory.resolve("ml.register"), good + damaged + "\n");
            assertThatThrownBy(() -> register().revocations())
                    .isInstanceOf(IssuingException.class)
                    .hasMessageContaining(damaged);
        }
    }

    private RevocationRegister register() {
        return new RevocationRegister(directory.resolve("ml.register"));
    }
}
