package org.liptako.node.rulebook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.officer;
import static org.liptako.node.rulebook.TrialEditions.samples;
import static org.liptako.node.rulebook.TrialEditions.sign;
import static org.liptako.policy.rules.Jurisdiction.ML;

import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.identity.Signatory;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.EditionRemovalAsked;
import org.liptako.node.journal.event.EditionRemoved;
import org.liptako.node.journal.event.EditionSigned;
import org.liptako.node.journal.event.EditionStep;
import org.liptako.node.journal.event.EditionSubmitted;
import org.liptako.node.journal.event.RuleSetPublished;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.policy.rules.SourceFile;

/** What officers do with an edition before it is published stands in the journal: who, with which key, with which edition, and when. */
class EditionStepsIT extends EditionTrial {
    private static final Credential ONE = officer(State.ML, 1);
    private static final Credential TWO = officer(State.ML, 2);
    private static final Credential THREE = TrialRegion.of(Party.of(State.ML, Role.OFFICER, "3"));
    private static final Map<Credential, String> NAMES =
            Map.of(ONE, "ML officer 1", TWO, "ML officer 2", THREE, "ML officer 3");

    private final List<SourceFile> changed = samples(ML, "changed");
    private SignedEdition edition;

    @BeforeEach
    void draw() throws Exception {
        publishAes(clock.instant());
        edition = sign(enactment(ML, null, clock.instant(), clock.instant(), changed), changed, ONE);
    }

    @Test
    void whoSubmitsAndWhoSignsIsJournaledBeforeItIsPublished() throws Exception {
        submit(edition, TWO);
        mali.signing.add(edition.digest(), signatory(THREE), signed(TWO).signatures());

        List<EditionStep> steps = mali.journaled(EditionStep.class);

        assertThat(steps)
                .hasSize(3)
                .allSatisfy(step -> assertThat(step.edition()).isEqualTo(Digest.ofHex(edition.digest())))
                .allSatisfy(step -> assertThat(step.at()).isEqualTo(mali.journal.now()));
        assertThat(steps.get(0)).isInstanceOfSatisfying(EditionSubmitted.class, step -> is(step, TWO));
        assertThat(steps.get(1)).isInstanceOfSatisfying(EditionSigned.class, step -> {
            is(step, TWO);
            isSigner(step, ONE);
        });
        assertThat(steps.get(2)).isInstanceOfSatisfying(EditionSigned.class, step -> {
            is(step, THREE);
            isSigner(step, TWO);
        });
        assertThat(mali.journaled(RuleSetPublished.class).getLast().edition())
                .isEqualTo(Digest.ofHex(edition.digest()));
    }

    @Test
    void whatIsSubmittedAgainIsThereAlreadyAndIsNoFault() throws Exception {
        assertThat(submit(edition, ONE).already()).isFalse();

        assertThat(submit(edition, ONE).already()).isTrue();
        assertThat(submit(new SignedEdition(edition.content(), new byte[0], changed), TWO)
                        .already())
                .isTrue();
        assertThat(mali.journaled(EditionStep.class)).hasSize(2);

        assertThat(submit(signed(TWO), TWO).already()).isFalse();
        assertThat(mali.journaled(EditionStep.class)).hasSize(3);
    }

    @Test
    void aForgedSignatureOnWhatIsSubmittedAgainIsRefusedAndNotJournaled() throws Exception {
        submit(edition, ONE);
        SignedEdition other = sign(enactment(ML, null, clock.instant(), clock.instant(), rules), rules, TWO);

        assertThatThrownBy(() -> submit(new SignedEdition(edition.content(), other.signatures(), changed), TWO))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("ne compte pas");
        assertThat(mali.journaled(EditionStep.class)).hasSize(2);
    }

    @Test
    void whoSubmittedItTakesItAwayAloneAndItIsJournaled() throws Exception {
        submit(edition, ONE);

        assertThat(mali.removals.remove(edition.digest(), signatory(ONE))).isEqualTo(Removal.REMOVED);

        assertThat(mali.signing.waiting()).isEmpty();
        assertThat(mali.journaled(EditionRemoved.class)).singleElement().satisfies(step -> {
            is(step, ONE);
            assertThat(step.askedBy()).isNull();
        });
    }

    @Test
    void anybodyElseNeedsOneMoreOfficerAndBothAreJournaled() throws Exception {
        submit(edition, ONE);

        assertThat(mali.removals.remove(edition.digest(), signatory(TWO))).isEqualTo(Removal.ASKED);
        assertThatThrownBy(() -> mali.removals.remove(edition.digest(), signatory(TWO)))
                .isInstanceOf(Failure.class);
        assertThat(mali.signing.get(edition.digest()).removalAskedBy()).contains(signatory(TWO));
        assertThat(mali.removals.remove(edition.digest(), signatory(THREE))).isEqualTo(Removal.REMOVED);

        assertThat(mali.journaled(EditionRemovalAsked.class)).singleElement().satisfies(step -> is(step, TWO));
        assertThat(mali.journaled(EditionRemoved.class)).singleElement().satisfies(step -> {
            is(step, THREE);
            assertThat(step.askedBy()).isEqualTo("ML officer 2");
        });
    }

    @Test
    void oneKeyUnderTwoNamesIsNotTwoOfficers() throws Exception {
        submit(edition, ONE);
        Signatory two = signatory(TWO);
        mali.removals.remove(edition.digest(), two);

        assertThatThrownBy(() -> mali.removals.remove(
                        edition.digest(), new Signatory("ML officer renamed", "another certificate", two.key())))
                .isInstanceOf(Failure.class);
        assertThat(mali.signing.waiting()).hasSize(1);
    }

    private SigningDesk.Submitted submit(SignedEdition submitted, Credential by) throws Exception {
        return mali.signing.submit(submitted, signatory(by));
    }

    private SignedEdition signed(Credential by) {
        return new SignedEdition(edition.content(), QuorumSigner.sign(edition.content(), by, clock.instant()), changed);
    }

    private static void is(EditionStep step, Credential by) {
        assertThat(step.by()).isEqualTo(signatory(by).party());
        assertThat(step.certificate()).isEqualTo(signatory(by).certificate());
        assertThat(step.key()).isEqualTo(Signatory.keyOf(by.certificate()));
    }

    private static void isSigner(EditionSigned step, Credential signer) {
        assertThat(step.signer()).isEqualTo(signatory(signer).party());
        assertThat(step.signerCertificate()).isEqualTo(signatory(signer).certificate());
        assertThat(step.signerKey()).isEqualTo(Signatory.keyOf(signer.certificate()));
    }

    private static Signatory signatory(Credential officer) {
        try {
            return new Signatory(
                    requireNonNull(NAMES.get(officer)),
                    Digest.over(officer.certificate().getEncoded()).hex(),
                    Optional.of(Signatory.keyOf(officer.certificate())));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
