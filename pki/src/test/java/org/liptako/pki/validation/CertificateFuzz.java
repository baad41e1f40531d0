package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.OptionalInt;
import org.liptako.pki.certpolicy.PolicyInputs;
import org.liptako.pki.revocation.RevocationLists;

class CertificateFuzz {
    private static final Rfc5280Validator VALIDATOR = new Rfc5280Validator();

    @FuzzTest(maxDuration = "30s")
    void whateverIsPresentedIsRefusedWithAReason(byte[] bytes) {
        Rfc5280Question question = new Rfc5280Question(
                new CandidateChain(List.of(bytes)),
                // Its own anchor, so that every rule has its turn.
                List.of(bytes),
                new Expectation(Region.NOW, Purpose.SERVER_AUTH, "localhost"),
                PolicyInputs.NONE,
                OptionalInt.empty(),
                0,
                RevocationLists.none(),
                true);

        assertThat(VALIDATOR.refusal(question)).isPresent();
        assertThat(Region.validator().validate(new CandidateChain(List.of(bytes)), Expectation.client(Region.NOW)))
                .isInstanceOf(Validation.Rejected.class);
    }
}
