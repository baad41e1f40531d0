package org.liptako.pki.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.pki.quorum.Signing.AT;
import static org.liptako.pki.quorum.Signing.FATOU;
import static org.liptako.pki.quorum.Signing.MOUSSA;
import static org.liptako.pki.quorum.Signing.RULES;
import static org.liptako.pki.quorum.Signing.faults;
import static org.liptako.pki.quorum.Signing.join;
import static org.liptako.pki.quorum.Signing.sign;
import static org.liptako.pki.quorum.Signing.verify;

import java.security.GeneralSecurityException;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.issuing.Credential;

class RemoteSignatureTest {
    @Test
    void countsBesideOneThatWasMadeHere() throws GeneralSecurityException {
        RemoteSignature remote = new RemoteSignature(RULES, FATOU.chain(), AT);

        byte[] signed = remote.with(elsewhere(FATOU, remote.toBeSigned()));

        assertThat(verify(join(signed, sign(MOUSSA))).isReached()).isTrue();
    }

    @Test
    void isTheSameToBeSignedEachTimeAndAnotherAtAnotherTime() {
        byte[] once = new RemoteSignature(RULES, FATOU.chain(), AT).toBeSigned();

        assertThat(new RemoteSignature(RULES, FATOU.chain(), AT).toBeSigned()).isEqualTo(once);
        assertThat(new RemoteSignature(RULES, FATOU.chain(), AT.plusSeconds(1)).toBeSigned())
                .isNotEqualTo(once);
    }

    @Test
    void byAnothersKeyCountsForNobody() throws GeneralSecurityException {
        RemoteSignature remote = new RemoteSignature(RULES, FATOU.chain(), AT);

        byte[] signed = remote.with(elsewhere(MOUSSA, remote.toBeSigned()));

        assertThat(faults(signed)).containsExactly(SignatureFault.FORGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65, 4096})
    void ofAnotherSizeIsNone(int size) {
        assertThatThrownBy(() -> new RemoteSignature(RULES, FATOU.chain(), AT).with(new byte[size]))
                .isInstanceOf(QuorumException.class);
    }

    /** As a browser signs: the two numbers one after the other. */
    private static byte[] elsewhere(Credential key, byte[] attributes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.key());
        signature.update(attributes);
        return signature.sign();
    }
}
