package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.officer;
import static org.liptako.node.rulebook.TrialEditions.samples;
import static org.liptako.node.rulebook.TrialEditions.sign;
import static org.liptako.node.rulebook.TrialEditions.signed;
import static org.liptako.node.rulebook.TrialEditions.weighed;
import static org.liptako.policy.rules.Jurisdiction.AES;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialTrust;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.EditionImpact;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.SourceFile;

/** Whose signatures count for an edition, and how many it takes. */
class EditionSignersIT extends EditionTrial {
    @Test
    void countsOneOfficerOnce() {
        assertThat(mali.refusal(sign(first, rules, officer(State.ML, 1), officer(State.ML, 1))))
                .isEqualTo(EditionRefusal.NO_QUORUM);
        assertThat(mali.refusal(sign(first, rules, officer(State.ML, 1)))).isEqualTo(EditionRefusal.NO_QUORUM);
    }

    @Test
    void takesOneOfficerMoreWhereTheImpactIsGraveOrNotSaid() {
        Credential third = TrialRegion.of(TrialRegion.someone(State.ML, Role.OFFICER));
        RuleEdition silent = weighed(first, null);
        RuleEdition copies = weighed(first, new EditionImpact(5_000, 60, 40, 0, 1));
        RuleEdition terabytes = weighed(first, new EditionImpact(5_000, 1, 0, 0, 100_000));
        for (RuleEdition grave : List.of(silent, copies, terabytes)) {
            assertThat(mali.refusal(sign(grave, rules, officer(State.ML, 1), officer(State.ML, 2))))
                    .isEqualTo(EditionRefusal.NO_QUORUM);
        }
        assertThat(mali.refusal(sign(copies, rules, officer(State.ML, 1), officer(State.ML, 2), third)))
                .isNull();
    }

    @Test
    void countsNoOfficerOfAnotherState() {
        assertThat(mali.refusal(sign(first, rules, officer(State.ML, 1), officer(State.BF, 1))))
                .isEqualTo(EditionRefusal.NO_QUORUM);
    }

    @Test
    void countsNeitherTheNodesKeyNorAnAdministrators() {
        Credential node =
                TrialRegion.tree().node(TrialRegion.capital(State.ML), 1).read();
        Credential administrator = TrialRegion.tree().administrator(State.ML).read();

        assertThat(mali.refusal(sign(first, rules, officer(State.ML, 1), node))).isEqualTo(EditionRefusal.NO_QUORUM);
        assertThat(mali.refusal(sign(first, rules, officer(State.ML, 1), administrator)))
                .isEqualTo(EditionRefusal.NO_QUORUM);
    }

    @Test
    void countsNoOfficerWhoWasRevokedWhenSigning() {
        Credential revoked = TrialRegion.of(TrialRegion.someone(State.ML, Role.OFFICER));
        SignedEdition edition = sign(first, rules, officer(State.ML, 1), revoked);
        mali.trust.take(List.of(TrialTrust.next(null, Set.of())), TrialTrust.lists(1, List.of(revoked.certificate())));

        assertThat(mali.refusal(edition)).isEqualTo(EditionRefusal.NO_QUORUM);
        assertThat(mali.refusal(signed(first, rules))).isNull();
    }

    @Test
    void takesAesRulesFromAllThreeStatesOnly() {
        List<SourceFile> common = samples(AES, "");
        RuleEdition edition = enactment(AES, null, clock.instant(), clock.instant(), common);

        assertThat(mali.refusal(
                        sign(edition, common, officer(State.ML, 1), officer(State.ML, 2), officer(State.BF, 1))))
                .isEqualTo(EditionRefusal.NO_QUORUM);
        assertThat(mali.refusal(signed(edition, common))).isNull();
    }
}
