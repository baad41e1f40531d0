package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;

/** Paths for chains of any origin: which is found among many, and what is asked of each certificate of it. */
class CommonPathTest {
    private final Credential root = Common.ca("CN=root").selfSigned();
    private final Credential ca = Common.ca("CN=ca").issuedBy(root);
    private final Credential leaf = Common.leaf("CN=leaf").issuedBy(ca);

    private static Optional<RejectionReason> refused(RejectionReason reason) {
        return Optional.of(reason);
    }

    @Test
    void findsAPathWhateverTheOrderAndTheCompany() {
        Credential second = Common.ca("CN=second").issuedBy(ca);
        Credential third = Common.ca("CN=third").issuedBy(second);
        Credential stranger = Common.ca("CN=second").selfSigned();
        Credential far = Common.leaf("CN=far").issuedBy(third);

        assertThat(Common.about(far, stranger, ca, root, third, leaf, second)
                        .under(stranger, root)
                        .refusal())
                .isEmpty();
    }

    @Test
    void findsTheOneGoodPathOfAMesh() {
        KeyPair key = Draft.newKey("EC", 256);
        Credential expired = Common.ca("CN=ca")
                .key(key)
                .valid(Region.NOW.minusSeconds(9), Region.NOW.minusSeconds(1))
                .issuedBy(root);
        Credential noCa = Common.ca("CN=ca")
                .key(key)
                .with(Extension.basicConstraints, true, new BasicConstraints(false))
                .issuedBy(root);
        Credential weak =
                Common.ca("CN=ca").key(key).signedWith("SHA1withECDSA").issuedBy(root);
        Credential other = Common.ca("CN=other").issuedBy(root);
        Credential good = Common.ca("CN=ca").key(key).issuedBy(other);
        Credential loop = Common.ca("CN=other")
                .key(new KeyPair(other.certificate().getPublicKey(), other.key()))
                .issuedBy(good);
        Credential below = Common.leaf("CN=leaf").issuedBy(good);

        assertThat(Common.about(below, expired, noCa, weak, loop, good, other)
                        .under(root)
                        .refusal())
                .isEmpty();
        assertThat(Common.about(below, expired, noCa, weak, loop, good)
                        .under(root)
                        .refusal())
                .isPresent();
    }

    @Test
    void namesChainInTheirOrderButNotByTheirSpelling() {
        Credential spelled = Common.ca("C=ML,O=Mali  CA").issuedBy(root);
        KeyPair key = new KeyPair(spelled.certificate().getPublicKey(), spelled.key());
        Credential respelled = Common.ca("C=ml,O=MALI CA").key(key).issuedBy(root);
        Credential reversed = Common.ca("O=Mali CA,C=ML").key(key).issuedBy(root);
        Credential below = Common.leaf("CN=leaf").issuedBy(spelled);

        assertThat(Common.about(below, respelled).under(root).refusal()).isEmpty();
        assertThat(Common.about(below, reversed).under(root).refusal()).isEqualTo(refused(RejectionReason.NO_PATH));
    }

    @Test
    void pathLengthCountsAllButTheSelfIssuedAndTheLast() {
        Credential tight = Common.ca("CN=tight", 0).issuedBy(root);
        Credential rolled = Common.ca("CN=tight", 0).issuedBy(tight);
        Credential beneath = Common.ca("CN=beneath").issuedBy(rolled);

        assertThat(Common.about(Common.leaf("CN=leaf").issuedBy(rolled), tight, rolled)
                        .under(root)
                        .refusal())
                .isEmpty();
        assertThat(Common.about(beneath, tight, rolled).under(root).refusal()).isEmpty();
        assertThat(Common.about(Common.leaf("CN=leaf").issuedBy(beneath), tight, rolled, beneath)
                        .under(root)
                        .refusal())
                .isEqualTo(refused(RejectionReason.PATH_LENGTH));
    }

    @Test
    void theAnchorsOwnLimitsCount() {
        Credential tight = Common.ca("CN=root", 0).selfSigned();
        Credential below = Common.ca("CN=ca").issuedBy(tight);

        assertThat(Common.about(Common.leaf("CN=leaf").issuedBy(below), below)
                        .under(tight)
                        .refusal())
                .isEqualTo(refused(RejectionReason.PATH_LENGTH));
    }

    @Test
    void depthIsWhatTheOneWhoAsksAllows() {
        assertThat(Common.about(leaf, ca).under(root).maxDepth(1).refusal()).isEmpty();
        assertThat(Common.about(leaf, ca).under(root).maxDepth(0).refusal())
                .isEqualTo(refused(RejectionReason.PATH_LENGTH));
    }

    @Test
    void purposesAreThoseOfEveryCaWithAny() {
        Credential mail = Common.ca("CN=mail")
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection))
                .issuedBy(root);
        Credential below = Common.leaf("CN=leaf").issuedBy(mail);

        assertThat(Common.about(below, mail).under(root).refusal()).isEmpty();
        assertThat(Common.about(below, mail)
                        .under(root)
                        .forPurpose(Purpose.CLIENT_AUTH)
                        .refusal())
                .isEqualTo(refused(RejectionReason.PURPOSE));
    }

    @Test
    void keyUsageIsAskedOfTheLeaf() {
        Credential signing = Common.leaf("CN=leaf")
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .issuedBy(ca);

        assertThat(Common.about(signing, ca)
                        .under(root)
                        .keyUsage(KeyUsage.digitalSignature)
                        .refusal())
                .isEmpty();
        assertThat(Common.about(signing, ca)
                        .under(root)
                        .keyUsage(KeyUsage.keyAgreement)
                        .refusal())
                .isEqualTo(refused(RejectionReason.KEY_USAGE));
        assertThat(Common.about(leaf, ca)
                        .under(root)
                        .keyUsage(KeyUsage.keyAgreement)
                        .refusal())
                .isEmpty();
    }

    @Test
    void refusesAnUnknownCriticalExtensionAnywhereInThePath() {
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
        Credential odd =
                Common.ca("CN=odd").with(unknown, true, DERNull.INSTANCE).issuedBy(root);

        assertThat(Common.about(Common.leaf("CN=leaf").issuedBy(odd), odd)
                        .under(root)
                        .refusal())
                .isEqualTo(refused(RejectionReason.CRITICAL_EXTENSION));
        assertThat(Common.about(leaf, ca, odd).under(root).refusal()).isEmpty();
    }

    @Test
    void acceptsASerialNumberThatOnlyWebServersMayNotHave() {
        assertThat(Common.about(Common.leaf("CN=leaf").serial(-1).issuedBy(ca), ca)
                        .under(root)
                        .refusal())
                .isEmpty();
    }

    @Test
    void aPeerIsCalledByItsAlternativeNamesAlone() {
        Credential named = Common.leaf("CN=cn.example.com")
                .names(
                        new GeneralName(GeneralName.dNSName, "*.example.com"),
                        new GeneralName(GeneralName.iPAddress, "192.0.2.7"))
                .issuedBy(ca);

        for (String good : List.of("a.example.com", "A.Example.Com", "a.example.com.", "192.0.2.7")) {
            assertThat(Common.about(named, ca).under(root).calling(good).refusal())
                    .as(good)
                    .isEmpty();
        }
        for (String bad : List.of("example.com", "a.b.example.com", "192.0.2.8", "example.org", "::1")) {
            assertThat(Common.about(named, ca).under(root).calling(bad).refusal())
                    .as(bad)
                    .isEqualTo(refused(RejectionReason.PEER_NAME));
        }
        assertThat(Common.about(Common.leaf("CN=cn.example.com").issuedBy(ca), ca)
                        .under(root)
                        .calling("cn.example.com")
                        .refusal())
                .isEqualTo(refused(RejectionReason.PEER_NAME));
    }

    @Test
    void climbsALongLadderAmongManyDeadEnds() {
        List<Credential> bag = new ArrayList<>();
        Credential above = root;
        for (int step = 0; step < 12; step++) {
            Credential dead = Common.ca("CN=step " + step).selfSigned();
            above = Common.ca("CN=step " + step).issuedBy(above);
            bag.add(dead);
            bag.add(above);
        }

        assertThat(Common.about(Common.leaf("CN=leaf").issuedBy(above), bag.toArray(Credential[]::new))
                        .under(root)
                        .refusal())
                .isEmpty();
    }
}
