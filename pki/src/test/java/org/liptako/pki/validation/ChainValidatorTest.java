package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;

class ChainValidatorTest {
    private final ChainValidator validator = Region.validator();

    @Test
    void tellsThePartyThePathAndTheFirstExpiry() {
        Credential node = Region.draft(Region.NODE).issuedBy(Region.ML.nodeCa());

        Validation.Accepted accepted = accepted(Region.asClient(node));

        assertThat(accepted.party()).isEqualTo(Region.NODE);
        assertThat(accepted.path()).hasSize(4);
        assertThat(accepted.path().getLast()).isEqualTo(Region.ML.root().certificate());
        assertThat(accepted.expiry())
                .isEqualTo(node.certificate().getNotAfter().toInstant())
                .isBefore(Region.NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void takesTheBagInAnyOrderAndWithStrangersInIt() {
        Credential node = Region.draft(Region.NODE).issuedBy(Region.ML.nodeCa());
        List<X509Certificate> bag = new ArrayList<>(node.chain().subList(1, 3));
        bag.addAll(Region.NE.nodeCa().chain());
        bag.addAll(Region.foreign().nodeCa().chain());
        bag.add(Region.ML.root().certificate());
        Collections.reverse(bag);
        bag.addFirst(node.certificate());

        assertThat(validator.validate(CandidateChain.of(bag), Expectation.client(Region.NOW)))
                .isInstanceOf(Validation.Accepted.class);
    }

    @Test
    void refusesAForeignRootOfTheSameName() {
        assertReason(Region.draft(Region.NODE).issuedBy(Region.foreign().nodeCa()), RejectionReason.SIGNATURE);
    }

    @Test
    void refusesAForeignRootOfAnotherNameEvenInTheBag() {
        Credential root = Draft.of(new RootProfile(9, Duration.ofDays(99))).selfSigned();
        Credential stateCa = Draft.of(StateCaProfile.of(State.ML, Region.ZONE)).issuedBy(root);
        Credential nodeCa =
                Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA)).issuedBy(stateCa);
        List<X509Certificate> chain =
                new ArrayList<>(Region.draft(Region.NODE).issuedBy(nodeCa).chain());
        chain.add(root.certificate());

        assertThat(rejected(validator.validate(CandidateChain.of(chain), Expectation.client(Region.NOW)))
                        .reason())
                .isEqualTo(RejectionReason.NO_PATH);
    }

    @Test
    void refusesWhenIntermediatesAreMissing() {
        Credential node = Region.draft(Region.NODE).issuedBy(Region.ML.nodeCa());
        X509Certificate leaf = node.chain().get(0);

        assertReason(new Credential(node.key(), List.of(leaf)), RejectionReason.NO_PATH);
        assertReason(new Credential(node.key(), List.of(leaf, node.chain().get(1))), RejectionReason.NO_PATH);
        assertReason(new Credential(node.key(), List.of(leaf, node.chain().get(2))), RejectionReason.NO_PATH);
    }

    @Test
    void refusesNoCertificateAtAll() {
        assertThat(rejected(validator.validate(new CandidateChain(List.of()), Expectation.client(Region.NOW)))
                        .reason())
                .isEqualTo(RejectionReason.NO_CERTIFICATE);
    }

    @Test
    void refusesACaAsLeaf() {
        assertReason(Region.ML.nodeCa(), RejectionReason.LEAF_IS_CA);
        assertReason(Region.ML.root(), RejectionReason.LEAF_IS_CA);
        assertReason(
                Region.draft(Region.NODE)
                        .with(Extension.basicConstraints, true, new BasicConstraints(true))
                        .issuedBy(Region.ML.nodeCa()),
                RejectionReason.LEAF_IS_CA);
        assertReason(
                Region.draft(Region.NODE)
                        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign))
                        .issuedBy(Region.ML.nodeCa()),
                RejectionReason.LEAF_IS_CA);
    }

    @Test
    void refusesALeafThatActsAsCa() {
        Credential node = Region.draft(Region.NODE).issuedBy(Region.ML.nodeCa());

        assertReason(Region.draft(Region.NODE).issuedBy(node), RejectionReason.CHAIN_SHAPE);
    }

    @Test
    void refusesWhatHasExpiredOrHasNotBegun() {
        Instant past = Region.NOW.minus(Duration.ofDays(2));
        Instant future = Region.NOW.plus(Duration.ofDays(2));
        Credential expiredCa = Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA))
                .valid(past, Region.NOW.minusSeconds(1))
                .issuedBy(Region.ML.stateCa());

        assertReason(
                Region.draft(Region.NODE)
                        .valid(past, Region.NOW.minusSeconds(1))
                        .issuedBy(Region.ML.nodeCa()),
                RejectionReason.EXPIRED);
        assertReason(
                Region.draft(Region.NODE)
                        .valid(Region.NOW.plusSeconds(1), future)
                        .issuedBy(Region.ML.nodeCa()),
                RejectionReason.NOT_YET_VALID);
        assertReason(Region.draft(Region.NODE).issuedBy(expiredCa), RejectionReason.EXPIRED);
    }

    @Test
    void asksTheRootForItsOwnValidity() {
        Credential root = Draft.of(RootProfile.first())
                .valid(Region.NOW.minusSeconds(60), Region.NOW.minusSeconds(1))
                .selfSigned();
        Credential stateCa = Draft.of(StateCaProfile.of(State.ML, Region.ZONE)).issuedBy(root);
        Credential nodeCa =
                Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA)).issuedBy(stateCa);
        Credential node = Region.draft(Region.NODE).issuedBy(nodeCa);
        ChainValidator expired = new ChainValidator(Region.ZONE, List.of(root.certificate()));

        assertThat(rejected(expired.validate(CandidateChain.of(node.chain()), Expectation.client(Region.NOW)))
                        .reason())
                .isEqualTo(RejectionReason.EXPIRED);
    }

    @Test
    void asksTheRootForItsOwnConstraints() {
        Credential root = Draft.of(RootProfile.first())
                .with(Extension.basicConstraints, true, new BasicConstraints(0))
                .selfSigned();
        Credential stateCa = Draft.of(StateCaProfile.of(State.ML, Region.ZONE)).issuedBy(root);
        Credential nodeCa =
                Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA)).issuedBy(stateCa);
        Credential node = Region.draft(Region.NODE).issuedBy(nodeCa);
        ChainValidator narrow = new ChainValidator(Region.ZONE, List.of(root.certificate()));

        assertThat(rejected(narrow.validate(CandidateChain.of(node.chain()), Expectation.client(Region.NOW)))
                        .reason())
                .isEqualTo(RejectionReason.PATH_LENGTH);
    }

    @Test
    void believesNoRootThatIsNoCa() {
        X509Certificate leaf =
                Region.draft(Region.NODE).issuedBy(Region.ML.nodeCa()).certificate();

        assertThatThrownBy(() -> new ChainValidator(Region.ZONE, List.of(leaf)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChainValidator(Region.ZONE, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Validation.Accepted accepted(Validation validation) {
        assertThat(validation).isInstanceOf(Validation.Accepted.class);
        return (Validation.Accepted) validation;
    }

    static Validation.Rejected rejected(Validation validation) {
        assertThat(validation).isInstanceOf(Validation.Rejected.class);
        return (Validation.Rejected) validation;
    }

    static void assertReason(Credential credential, RejectionReason expected) {
        Validation.Rejected rejected = rejected(Region.asClient(credential));
        assertThat(rejected.reason()).as(rejected.toString()).isEqualTo(expected);
    }
}
