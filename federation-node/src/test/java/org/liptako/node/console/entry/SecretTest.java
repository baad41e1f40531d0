package org.liptako.node.console.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @Test
    void isNeverTheSameTwice() {
        Set<String> seen = new HashSet<>();
        for (int each = 0; each < 1_000; each++) {
            seen.add(Secret.fresh().value());
        }

        assertThat(seen).hasSize(1_000).allMatch(value -> value.length() == 43);
    }

    @Test
    void isKnownAgainByItsDigestWhenItIsShown() {
        Secret secret = Secret.fresh();

        assertThat(Secret.shown(secret.value()).orElseThrow().digest()).isEqualTo(secret.digest());
        assertThat(Secret.fresh().digest()).isNotEqualTo(secret.digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "../../../../../../../../../../../../etc/passwd", "é", "' OR ''='"})
    void isNothingThatHasNotItsShape(String madeUp) {
        assertThat(Secret.shown(madeUp)).isEmpty();
    }

    @Test
    void givesAFormAKeyThatIsNeitherTheSecretNorWhatTheNodeKeeps() {
        Secret secret = Secret.fresh();

        assertThat(secret.formKey()).isNotEqualTo(secret.value()).isNotEqualTo(secret.digest());
        assertThat(secret.isFormKey(secret.formKey())).isTrue();
        assertThat(secret.isFormKey(Secret.fresh().formKey())).isFalse();
        assertThat(secret.isFormKey("")).isFalse();
    }

    @Test
    void doesNotStandInALogLine() {
        Secret secret = Secret.fresh();

        assertThat(secret).asString().doesNotContain(secret.value());
    }
}
