package org.liptako.pki.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.quorum.Signing.RULES;
import static org.liptako.pki.quorum.Signing.TWO_OFFICERS;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.liptako.pki.revocation.RevocationLists;

class SignedDataFuzz {
    private static final QuorumVerifier VERIFIER =
            new QuorumVerifier(Alliance.found().validator(), RevocationLists.none());

    @FuzzTest(maxDuration = "30s")
    void noBytesAreAQuorumNorMoreThanARefusal(byte[] bytes) {
        assertThat(VERIFIER.verify(RULES, bytes, TWO_OFFICERS, SigningPeriod.until(Alliance.NOW))
                        .isReached())
                .isFalse();
    }
}
