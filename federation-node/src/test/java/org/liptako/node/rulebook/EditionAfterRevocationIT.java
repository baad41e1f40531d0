package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.samples;
import static org.liptako.node.rulebook.TrialEditions.signed;
import static org.liptako.policy.rules.Jurisdiction.AES;
import static org.liptako.policy.rules.Jurisdiction.NE;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.identity.TrialTrust;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.rules.Jurisdiction;

/** A node that joins when Niger's State CA is revoked already, and is handed the editions of before. */
class EditionAfterRevocationIT {
    private final TrialRulebook joining = new TrialRulebook(State.ML, Clock.systemUTC());

    @BeforeEach
    void learnsOfTheRevocation() {
        SignedTrustState first = TrialTrust.next(null, Set.of());
        joining.trust.take(List.of(first, TrialTrust.next(first, Set.of(State.NE))), List.of());
    }

    @AfterEach
    void close() {
        joining.close();
    }

    @Test
    void takesFromAPeerWhatThatStateSignedBeforeAndTheLawOfAllThree() {
        joining.desk.take(edition(NE, TrialTrust.beforeRevocation()), State.BF);
        joining.desk.take(edition(AES, TrialTrust.beforeRevocation()), State.BF);

        assertThat(joining.desk.lines().size()).isEqualTo(2);
    }

    @Test
    void takesNothingThatItSignedSince() {
        joining.desk.take(edition(NE, Instant.now()), State.BF);

        assertThat(joining.desk.lines().size()).isZero();
    }

    @Test
    void takesFromNoOfficerWhatCouldBeDatedBack() {
        assertThat(joining.refusal(edition(AES, TrialTrust.beforeRevocation()))).isEqualTo(EditionRefusal.NO_QUORUM);
    }

    private static SignedEdition edition(Jurisdiction jurisdiction, Instant signedAt) {
        return signed(
                enactment(jurisdiction, null, signedAt, signedAt, samples(jurisdiction, "")),
                samples(jurisdiction, ""));
    }
}
