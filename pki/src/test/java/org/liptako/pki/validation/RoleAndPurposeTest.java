package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.validation.ChainValidatorTest.accepted;
import static org.liptako.pki.validation.ChainValidatorTest.assertReason;
import static org.liptako.pki.validation.ChainValidatorTest.rejected;

import java.time.Instant;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.IssuingCaProfile;

class RoleAndPurposeTest {
    private static final Instant NOW = Region.NOW;

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleCountsFromItsOwnCaAlone(Role role) {
        Party party = role.sited() ? Party.at(Region.BAMAKO, role, "1") : Party.of(State.ML, role, "1");
        boolean machine = role.authority() == Authority.NODE_CA;
        Credential own = machine ? Region.ML.nodeCa() : Region.ML.peopleCa();
        Credential other = machine ? Region.ML.peopleCa() : Region.ML.nodeCa();

        Validation fromOwn = validate(Region.draft(party).issuedBy(own), Expectation.signing(NOW));
        if (role == Role.STORAGE) {
            assertThat(rejected(fromOwn).reason()).isEqualTo(RejectionReason.PURPOSE);
        } else {
            assertThat(accepted(fromOwn).party()).isEqualTo(party);
        }
        assertReason(Region.draft(party).issuedBy(other), RejectionReason.ROLE_ISSUER);
    }

    @Test
    void onlyNodesServeAndKeysOfEvidenceNeverSpeakTls() {
        Credential operator = Region.draft(Region.OPERATOR).issuedBy(Region.ML.peopleCa());
        Credential evidence =
                Region.draft(Party.of(State.ML, Role.EVIDENCE, "1")).issuedBy(Region.ML.nodeCa());

        Expectation server = new Expectation(NOW, Purpose.SERVER_AUTH, null);
        assertThat(rejected(validate(operator, server)).reason()).isEqualTo(RejectionReason.PURPOSE);
        assertReason(evidence, RejectionReason.PURPOSE);
    }

    @Test
    void aKeyOfEvidenceIsEd25519AndNoOtherIs() {
        Draft evidence = Region.draft(Party.of(State.ML, Role.EVIDENCE, "journal"));
        assertReason(evidence.key(Draft.newKey("EC", 256)).issuedBy(Region.ML.nodeCa()), RejectionReason.ALGORITHM);
        Draft node = Region.draft(Region.NODE).key(Draft.newKey("Ed25519", 255));
        assertReason(node.issuedBy(Region.ML.nodeCa()), RejectionReason.ALGORITHM);
    }

    @Test
    void refusesPurposesThatAreNotTheRoles() {
        assertReason(purposes(KeyPurposeId.id_kp_clientAuth), RejectionReason.EXTENDED_KEY_USAGE);
        assertReason(purposes(KeyPurposeId.anyExtendedKeyUsage), RejectionReason.EXTENDED_KEY_USAGE);
        assertReason(
                Region.draft(Region.NODE).without(Extension.extendedKeyUsage).issuedBy(Region.ML.nodeCa()),
                RejectionReason.EXTENDED_KEY_USAGE);
    }

    @Test
    void refusesPurposesThatTheCaDoesNotHave() {
        Credential clientsOnly = Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                .issuedBy(Region.ML.stateCa());
        Credential unlimited = Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA))
                .without(Extension.extendedKeyUsage)
                .issuedBy(Region.ML.stateCa());

        assertReason(Region.draft(Region.NODE).issuedBy(clientsOnly), RejectionReason.EXTENDED_KEY_USAGE);
        assertReason(Region.draft(Region.NODE).issuedBy(unlimited), RejectionReason.EXTENDED_KEY_USAGE);
    }

    @Test
    void refusesKeyUsagesOutOfPlace() {
        Credential mute = Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))
                .issuedBy(Region.ML.stateCa());
        Credential silent = Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA))
                .without(Extension.keyUsage)
                .issuedBy(Region.ML.stateCa());
        Credential noCa = Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA))
                .without(Extension.basicConstraints)
                .issuedBy(Region.ML.stateCa());

        assertReason(Region.draft(Region.NODE).issuedBy(mute), RejectionReason.KEY_USAGE);
        assertReason(Region.draft(Region.NODE).issuedBy(silent), RejectionReason.KEY_USAGE);
        assertReason(Region.draft(Region.NODE).issuedBy(noCa), RejectionReason.NOT_A_CA);
        assertReason(
                Region.draft(Region.NODE).without(Extension.keyUsage).issuedBy(Region.ML.nodeCa()),
                RejectionReason.KEY_USAGE);
    }

    @Test
    void refusesAnUnknownCriticalExtension() {
        Credential odd = Region.draft(Region.NODE)
                .with(Extension.logoType, true, new KeyUsage(1))
                .issuedBy(Region.ML.nodeCa());

        assertReason(odd, RejectionReason.CRITICAL_EXTENSION);
    }

    @Test
    void comparesThePeersNameWithItsDnsNameAlone() {
        Credential node = Region.draft(Region.NODE).issuedBy(Region.ML.nodeCa());

        assertThat(validate(node, Expectation.server(NOW, "node-1.ml-bko-1.ml.aes.internal")))
                .isInstanceOf(Validation.Accepted.class);
        assertThat(validate(node, Expectation.server(NOW, "NODE-1.ml-bko-1.ml.aes.internal")))
                .isInstanceOf(Validation.Accepted.class);
        for (String other : new String[] {
            "node-2.ml-bko-1.ml.aes.internal",
            "ml.aes.internal",
            "node-1.ml-bko-1.ml.aes.internal.",
            "127.0.0.1",
            "",
            "Node 1 at ML-BKO-1"
        }) {
            assertThat(rejected(validate(node, Expectation.server(NOW, other))).reason())
                    .isEqualTo(RejectionReason.PEER_NAME);
        }
    }

    private static Credential purposes(KeyPurposeId... purposes) {
        return Region.draft(Region.NODE)
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes))
                .issuedBy(Region.ML.nodeCa());
    }

    private static Validation validate(Credential credential, Expectation expectation) {
        return Region.validator().validate(CandidateChain.of(credential.chain()), expectation);
    }
}
