package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;

/** RFC 5280 section 6.3: what lists tell, and what they do not. */
class RevocationTest {
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.7");
    private static final Optional<RejectionReason> REVOKED = Optional.of(RejectionReason.REVOKED);
    private static final Optional<RejectionReason> SILENT = Optional.of(RejectionReason.REVOCATION_UNKNOWN);

    private final Credential root = Common.ca("CN=root").selfSigned();
    private final Credential ca = Common.ca("CN=ca").issuedBy(root);
    private final Credential leaf = Common.leaf("CN=leaf").issuedBy(ca);
    private final ListDraft ofRoot = ListDraft.of(root);

    private Optional<RejectionReason> by(ListDraft... ofCa) {
        return Common.about(leaf, ca).under(root).by(ofRoot).by(ofCa).refusal();
    }

    @Test
    void acceptsWhatCurrentListsDoNotName() {
        assertThat(by(ListDraft.of(ca).revoking(ca, 1))).isEmpty();
    }

    @Test
    void refusesWhatIsRevokedOrOnHold() {
        assertThat(by(ListDraft.of(ca).revoking(leaf, 1))).isEqualTo(REVOKED);
        assertThat(by(ListDraft.of(ca).revoking(leaf, 6))).isEqualTo(REVOKED);
        assertThat(Common.about(leaf, ca)
                        .under(root)
                        .by(ListDraft.of(root).revoking(ca, 2), ListDraft.of(ca))
                        .refusal())
                .isEqualTo(REVOKED);
    }

    @Test
    void refusesWhereNoListSpeaks() {
        assertThat(by()).isEqualTo(SILENT);
        assertThat(Common.about(leaf, ca).under(root).by(ListDraft.of(ca)).refusal())
                .isEqualTo(SILENT);
    }

    @Test
    void heedsNoListThatIsStaleOrFromTheFuture() {
        assertThat(by(ListDraft.of(ca).between(Region.NOW.minusSeconds(9), Region.NOW.minusSeconds(1))))
                .isEqualTo(SILENT);
        assertThat(by(ListDraft.of(ca).between(Region.NOW.plusSeconds(1), Region.NOW.plusSeconds(9))))
                .isEqualTo(SILENT);
    }

    /** Who holds a lost key may write any date into what he signs; who lost an office signed well before. */
    @Test
    void aLaterListTellsOfASignatureAndForgivesWhatWasSignedBeforeARevocationButForALostKey() {
        Instant soon = Region.NOW.plusSeconds(1);
        Instant later = Region.NOW.plusSeconds(9);

        assertThat(ofSignature(ListDraft.of(ca).between(soon, later))).isEmpty();
        assertThat(ofSignature(ListDraft.of(ca).between(soon, later).revoking(leaf, 5)))
                .isEmpty();
        assertThat(ofSignature(ListDraft.of(ca).between(soon, later).revoking(leaf, 1)))
                .isEqualTo(REVOKED);
        assertThat(ofSignature(ListDraft.of(ca).revoking(leaf, 5))).isEqualTo(REVOKED);
        assertThat(ofSignature(ListDraft.of(ca).between(Region.NOW.minusSeconds(9), Region.NOW.minusSeconds(1))))
                .as("an older one does not")
                .isEqualTo(SILENT);
    }

    private Optional<RejectionReason> ofSignature(ListDraft ofCa) {
        return Common.about(leaf, ca)
                .under(root)
                .by(ofRoot, ofCa)
                .forPurpose(Purpose.SIGNING)
                .refusal();
    }

    @Test
    void heedsNoListWithoutANumberOrWithAnUnknownCriticalExtension() {
        assertThat(by(ListDraft.of(ca).without(Extension.cRLNumber))).isEqualTo(SILENT);
        assertThat(by(ListDraft.of(ca).with(UNKNOWN, true, DERNull.INSTANCE))).isEqualTo(SILENT);
        assertThat(by(ListDraft.of(ca).with(UNKNOWN, false, DERNull.INSTANCE))).isEmpty();
        assertThat(by(ListDraft.of(ca).entry(ca, UNKNOWN, true, DERNull.INSTANCE)))
                .isEqualTo(SILENT);
    }

    @Test
    void heedsNoListOfAnotherKeyOfTheSameName() {
        Credential namesake =
                Common.ca("CN=ca").issuedBy(Common.ca("CN=elsewhere").selfSigned());

        assertThat(by(ListDraft.of(ca).signedBy(namesake))).isEqualTo(SILENT);
        assertThat(Common.about(leaf, ca, namesake)
                        .under(root)
                        .by(ofRoot, ListDraft.of(ca).signedBy(namesake))
                        .refusal())
                .isEqualTo(SILENT);
    }

    @Test
    void heedsNoListOfACaThatMayNotSignLists() {
        Credential mute = Common.ca("CN=ca")
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
                .issuedBy(root);
        Credential below = Common.leaf("CN=leaf").issuedBy(mute);

        assertThat(Common.about(below, mute)
                        .under(root)
                        .by(ofRoot, ListDraft.of(mute))
                        .refusal())
                .isEqualTo(SILENT);
    }

    @Test
    void theNewestOfTwoListsSpeaks() {
        ListDraft older = ListDraft.of(ca).number(9).revoking(leaf, 6);

        assertThat(by(older, ListDraft.of(ca))).isEmpty();
        assertThat(by(older, ListDraft.of(ca).signedBy(root))).isEqualTo(REVOKED);
    }

    @Test
    void aListSpeaksForItsKindOfCertificatesAlone() {
        assertThat(by(ListDraft.of(ca).scope(null, true, false, false))).isEmpty();
        assertThat(by(ListDraft.of(ca).scope(null, false, true, false))).isEqualTo(SILENT);
    }

    @Test
    void reasonsMustAllBeCovered() {
        int half = ReasonFlags.keyCompromise | ReasonFlags.cACompromise;
        int rest = ReasonFlags.affiliationChanged
                | ReasonFlags.superseded
                | ReasonFlags.cessationOfOperation
                | ReasonFlags.certificateHold
                | ReasonFlags.privilegeWithdrawn
                | ReasonFlags.aACompromise;

        assertThat(by(some(half))).isEqualTo(SILENT);
        assertThat(by(some(half), some(rest))).isEmpty();
        assertThat(by(some(half), some(rest).revoking(leaf, 4))).isEqualTo(REVOKED);
    }

    private ListDraft some(int reasons) {
        return ListDraft.of(ca)
                .with(
                        Extension.issuingDistributionPoint,
                        true,
                        new IssuingDistributionPoint(null, false, false, new ReasonFlags(reasons), false, false));
    }

    @Test
    void distributionPointsMustMeet() {
        Credential pointing = Common.leaf("CN=leaf")
                .with(Extension.cRLDistributionPoints, false, points("CN=part 1", null))
                .issuedBy(ca);
        Common met = Common.about(pointing, ca)
                .under(root)
                .by(ofRoot, ListDraft.of(ca).scope("CN=PART  1", false, false, false));
        Common missed = Common.about(pointing, ca)
                .under(root)
                .by(ofRoot, ListDraft.of(ca).scope("CN=part 2", false, false, false));

        assertThat(met.refusal()).isEmpty();
        assertThat(missed.refusal()).isEqualTo(SILENT);
    }

    @Test
    void aDeltaListHasTheLastWord() {
        ListDraft delta = ListDraft.of(ca).number(12).deltaOn(10);
        ListDraft held = ListDraft.of(ca).revoking(leaf, 6);

        assertThat(by(ListDraft.of(ca), delta.revoking(leaf, 1))).isEqualTo(REVOKED);
        assertThat(by(held, ListDraft.of(ca).number(12).deltaOn(10).revoking(leaf, 8)))
                .isEmpty();
        assertThat(by(held, ListDraft.of(ca).number(12).deltaOn(10))).isEqualTo(REVOKED);
    }

    @Test
    void aDeltaListAloneOrOnALaterBaseSaysNothing() {
        ListDraft removal = ListDraft.of(ca).number(12).deltaOn(11).revoking(leaf, 8);

        assertThat(by(ListDraft.of(ca).number(12).deltaOn(10))).isEqualTo(SILENT);
        assertThat(by(ListDraft.of(ca).revoking(leaf, 6), removal)).isEqualTo(REVOKED);
    }

    @Test
    void acceptsAListSignedByTheCasOtherKey() {
        Credential signer = Common.leaf("CN=ca")
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))
                .issuedBy(root);
        ListDraft signed = ListDraft.of(ca).signedBy(signer);

        assertThat(Common.about(leaf, ca, signer).under(root).by(ofRoot, signed).refusal())
                .isEmpty();
        assertThat(Common.about(leaf, ca, signer)
                        .under(root)
                        .by(ListDraft.of(root).revoking(signer, 1), signed)
                        .refusal())
                .isEqualTo(SILENT);
    }

    @Test
    void noListVouchesForItsOwnSigner() {
        Credential signer = Common.leaf("CN=ca")
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))
                .issuedBy(ca);

        assertThat(Common.about(leaf, ca, signer)
                        .under(root)
                        .by(ofRoot, ListDraft.of(ca).signedBy(signer))
                        .refusal())
                .isEqualTo(SILENT);
    }

    @Test
    void anIndirectListSpeaksOfThoseItNames() {
        Credential lister = Common.ca("CN=lister").issuedBy(root);
        Credential pointing = Common.leaf("CN=leaf")
                .with(Extension.cRLDistributionPoints, false, points(null, "CN=lister"))
                .issuedBy(ca);
        GeneralNames caName = new GeneralNames(new GeneralName(new X500Name("CN=ca")));
        ListDraft indirect = ListDraft.of(lister).scope(null, false, false, true);

        assertThat(Common.about(pointing, ca, lister)
                        .under(root)
                        .by(ofRoot, indirect.revoking(leaf, 1))
                        .refusal())
                .isEmpty();
        assertThat(Common.about(pointing, ca, lister)
                        .under(root)
                        .by(ofRoot, indirect.entry(pointing, Extension.certificateIssuer, true, caName))
                        .refusal())
                .isEqualTo(REVOKED);
        assertThat(Common.about(pointing, ca, lister)
                        .under(root)
                        .by(ofRoot, ListDraft.of(lister))
                        .refusal())
                .isEqualTo(SILENT);
    }

    @Test
    void aSignerMaySpeakOfItselfIfItsCaSaysSo() {
        Credential lister = Common.leaf("CN=lister")
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))
                .with(Extension.cRLDistributionPoints, false, points(null, "CN=lister"))
                .issuedBy(ca);
        Credential pointing = Common.leaf("CN=leaf")
                .with(Extension.cRLDistributionPoints, false, points(null, "CN=lister"))
                .issuedBy(ca);
        GeneralNames caName = new GeneralNames(new GeneralName(new X500Name("CN=ca")));
        ListDraft indirect = ListDraft.of(lister).scope(null, false, false, true);

        assertThat(Common.about(pointing, ca, lister)
                        .under(root)
                        .by(ofRoot, indirect)
                        .refusal())
                .isEmpty();
        assertThat(Common.about(pointing, ca, lister)
                        .under(root)
                        .by(ofRoot, indirect.entry(lister, Extension.certificateIssuer, true, caName))
                        .refusal())
                .isEqualTo(SILENT);
    }

    private static CRLDistPoint points(@Nullable String name, @Nullable String issuer) {
        DistributionPointName point =
                name == null ? null : new DistributionPointName(new GeneralNames(new GeneralName(new X500Name(name))));
        GeneralNames listIssuer = issuer == null ? null : new GeneralNames(new GeneralName(new X500Name(issuer)));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(point, null, listIssuer)});
    }
}
