package org.liptako.pki.quorum;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.pki.quorum.Signing.ALLIANCE;
import static org.liptako.pki.quorum.Signing.AT;
import static org.liptako.pki.quorum.Signing.FATOU;
import static org.liptako.pki.quorum.Signing.MOUSSA;
import static org.liptako.pki.quorum.Signing.RULES;
import static org.liptako.pki.quorum.Signing.TWO_OFFICERS;
import static org.liptako.pki.quorum.Signing.by;
import static org.liptako.pki.quorum.Signing.discounted;
import static org.liptako.pki.quorum.Signing.faults;
import static org.liptako.pki.quorum.Signing.join;
import static org.liptako.pki.quorum.Signing.party;
import static org.liptako.pki.quorum.Signing.sign;
import static org.liptako.pki.quorum.Signing.verifier;
import static org.liptako.pki.quorum.Signing.verify;

import java.io.IOException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.revocation.RevocationLists;

class SignatureFormTest {
    @Test
    void aSignatureOverAnotherContentDoesNotCount() {
        byte[] other = QuorumSigner.sign("autre".getBytes(UTF_8), MOUSSA, AT);
        assertThat(faults(join(sign(FATOU), other))).containsExactly(SignatureFault.OTHER_CONTENT);
    }

    @Test
    void signedAttributesMayNotBeStripped() throws Exception {
        assertThat(faults(by(MOUSSA).der())).isEmpty();
        assertThat(faults(by(MOUSSA).bare().der())).containsExactly(SignatureFault.SIGNED_ATTRIBUTES);
        assertThat(faults(by(MOUSSA).without(CMSAttributes.contentType).der()))
                .containsExactly(SignatureFault.SIGNED_ATTRIBUTES);
        assertThat(faults(by(MOUSSA).without(CMSAttributes.messageDigest).der()))
                .containsExactly(SignatureFault.SIGNED_ATTRIBUTES);
        assertThat(faults(by(MOUSSA)
                        .without(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                        .der()))
                .containsExactly(SignatureFault.SIGNED_ATTRIBUTES);
    }

    /** The attributes of a signature, offered as the content of one without attributes, verify in careless readers. */
    @Test
    void theAttributesOfOneSignatureAreNotTheContentOfAnother() throws Exception {
        CMSSignedData good = new CMSSignedData(sign(MOUSSA));
        byte[] attributes = good.getSignerInfos().getSigners().iterator().next().getEncodedSignedAttributes();
        byte[] stripped = new HandMadeSignature(MOUSSA, attributes, AT).bare().der();
        assertThat(discounted(verifier(RevocationLists.none())
                        .verify(attributes, stripped, TWO_OFFICERS, SigningPeriod.until(Alliance.NOW))))
                .extracting(SignatureVerdict.Discounted::fault)
                .containsExactly(SignatureFault.SIGNED_ATTRIBUTES);
    }

    @Test
    void theDigestOfTheContentIsThatOfTheSignature() throws Exception {
        assertThat(faults(by(MOUSSA)
                        .algorithms(
                                NISTObjectIdentifiers.id_sha256,
                                X9ObjectIdentifiers.ecdsa_with_SHA384,
                                "SHA384withECDSA")
                        .der()))
                .containsExactly(SignatureFault.ALGORITHM);
    }

    /** RFC 5652 lets CMS be BER; two encodings of one signature would have two digests. */
    @Test
    void whatIsOfIndefiniteLengthIsRefused() throws Exception {
        byte[] der = by(MOUSSA).der();
        ContentInfo info = ContentInfo.getInstance(der);
        byte[] ber = new BERSequence(
                        new ASN1Encodable[] {info.getContentType(), new BERTaggedObject(0, info.getContent())})
                .getEncoded(ASN1Encoding.BER);
        assertThat(ber[1]).isEqualTo((byte) 0x80);
        assertThat(verify(ber))
                .isInstanceOfSatisfying(
                        QuorumOutcome.Unreadable.class,
                        outcome -> assertThat(outcome.reason()).isEqualTo(UnreadableSignatures.MALFORMED));
    }

    @Test
    void anotherCertificateOfTheSameNumberBeforeTheRightOneDoesNoHarm() throws Exception {
        X509CertificateHolder own = new JcaX509CertificateHolder(MOUSSA.certificate());
        X509CertificateHolder namesake = new X509v3CertificateBuilder(
                        own.getIssuer(),
                        own.getSerialNumber(),
                        own.getNotBefore(),
                        own.getNotAfter(),
                        own.getSubject(),
                        own.getSubjectPublicKeyInfo())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(FATOU.key()));
        CMSSignedData good = new CMSSignedData(join(sign(FATOU), sign(MOUSSA)));
        List<X509CertificateHolder> bag = new ArrayList<>(List.of(namesake));
        bag.addAll(good.getCertificates().getMatches(null));
        byte[] offered = CMSSignedData.replaceCertificatesAndCRLs(
                        good, new CollectionStore<>(bag), good.getAttributeCertificates(), good.getCRLs())
                .toASN1Structure()
                .getEncoded(ASN1Encoding.DL);

        assertThat(verify(offered).isReached()).isTrue();
    }

    @Test
    void theTimeOfSigningMustBeTold() throws Exception {
        assertThat(faults(by(MOUSSA).without(CMSAttributes.signingTime).der()))
                .containsExactly(SignatureFault.NO_SIGNING_TIME);
        assertThat(faults(by(MOUSSA)
                        .attribute(CMSAttributes.signingTime, HandMadeSignature.one())
                        .der()))
                .containsExactly(SignatureFault.NO_SIGNING_TIME);
    }

    @Test
    void anAttributeIsThereOnceAndHasOneValue() throws Exception {
        Time now = new Time(Date.from(AT));
        Time later = new Time(Date.from(AT.plusSeconds(5)));
        assertThat(faults(by(MOUSSA).repeated(CMSAttributes.signingTime, later).der()))
                .containsExactly(SignatureFault.SIGNED_ATTRIBUTES);
        assertThat(faults(by(MOUSSA)
                        .attribute(CMSAttributes.signingTime, now, later)
                        .der()))
                .containsExactly(SignatureFault.SIGNED_ATTRIBUTES);
    }

    @Test
    void whatNobodySignedMayNotBeAttached() throws Exception {
        assertThat(faults(by(MOUSSA)
                        .unsigned(PKCSObjectIdentifiers.pkcs_9_at_unstructuredName, HandMadeSignature.one())
                        .der()))
                .containsExactly(SignatureFault.UNSIGNED_ATTRIBUTES);
    }

    @Test
    void aCounterSignatureIsNoSecondSignature() throws Exception {
        byte[] signature = by(MOUSSA).der();
        byte[] countersigned = by(MOUSSA)
                .unsigned(
                        CMSAttributes.counterSignature,
                        new CMSSignedData(sign(FATOU))
                                .getSignerInfos()
                                .getSigners()
                                .iterator()
                                .next()
                                .toASN1Structure())
                .der();
        assertThat(faults(signature)).isEmpty();
        assertThat(faults(countersigned)).containsExactly(SignatureFault.UNSIGNED_ATTRIBUTES);
    }

    @Test
    void sha1DoesNotCount() throws Exception {
        assertThat(faults(by(MOUSSA)
                        .algorithms(OIWObjectIdentifiers.idSHA1, X9ObjectIdentifiers.ecdsa_with_SHA1, "SHA1withECDSA")
                        .der()))
                .containsExactly(SignatureFault.ALGORITHM);
    }

    @Test
    void theCertificateThatSignedIsTheOneThatCounts() throws Exception {
        KeyPair key = Alliance.newKey();
        Credential asAdministrator =
                ALLIANCE.certified(Party.of(State.ML, Role.ADMINISTRATOR, "awa"), key, AT.minusSeconds(60));
        Credential asOfficer = ALLIANCE.certified(party("awa"), key, AT.minusSeconds(60));
        byte[] swapped = new HandMadeSignature(asAdministrator, RULES, AT)
                .naming(asOfficer.certificate())
                .der();
        assertThat(faults(swapped)).containsExactly(SignatureFault.OTHER_CERTIFICATE);
    }

    @Test
    void aSignatureByAnotherKeyIsForged() throws Exception {
        Credential impostor = new Credential(Alliance.newKey().getPrivate(), MOUSSA.chain());
        assertThat(faults(by(impostor).der())).containsExactly(SignatureFault.FORGED);
    }

    @Test
    void aSignatureWithoutItsCertificateDoesNotCount() throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSigners(new CMSSignedData(sign(MOUSSA)).getSignerInfos());
        assertThat(faults(generator.generate(new CMSAbsentContent(), false).getEncoded(ASN1Encoding.DER)))
                .containsExactly(SignatureFault.NO_CERTIFICATE);
    }

    @Test
    void aBagOfAThousandCertificatesIsRefusedUnread() throws Exception {
        List<X509CertificateHolder> thousand = new ArrayList<>();
        X509CertificateHolder one = new JcaX509CertificateHolder(MOUSSA.certificate());
        for (int i = 0; i < 1000; i++) {
            thousand.add(one);
        }
        assertThat(verify(withBag(thousand.subList(0, 200))))
                .isEqualTo(
                        new QuorumOutcome.Unreadable(UnreadableSignatures.TOO_MANY, "1 signatures, 203 certificates"));
        assertThat(verify(withBag(thousand)))
                .isInstanceOfSatisfying(
                        QuorumOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(UnreadableSignatures.TOO_LARGE));
    }

    @Test
    void strangersCertificatesInTheBagDoNoHarm() throws Exception {
        List<X509CertificateHolder> strangers = new ArrayList<>();
        Alliance foreign = Alliance.found();
        for (int i = 0; i < 5; i++) {
            strangers.add(new JcaX509CertificateHolder(foreign.officer("moussa").certificate()));
        }
        strangers.add(new JcaX509CertificateHolder(
                foreign.issuingCa(State.ML, Authority.PEOPLE_CA).certificate()));
        assertThat(verify(join(sign(FATOU), withBag(strangers))).isReached()).isTrue();
    }

    @Test
    void moreSignaturesThanAnyoneNeedsAreRefused() {
        List<byte[]> many = new ArrayList<>();
        for (int i = 0; i <= SignatureLimits.MAX_SIGNATURES; i++) {
            many.add(sign(MOUSSA, AT.plusSeconds(i)));
        }
        assertThatThrownBy(() -> QuorumSigner.join(RULES, many))
                .isInstanceOf(QuorumException.class)
                .hasMessageContaining("more signatures");
    }

    @Test
    void contentInsideIsRefused() throws Exception {
        assertThat(verify(by(MOUSSA).holding(RULES).der()))
                .isEqualTo(new QuorumOutcome.Unreadable(UnreadableSignatures.NOT_DETACHED, "content inside"));
    }

    @Test
    void nothingIsNoSignature() throws Exception {
        byte[] empty = new CMSSignedDataGenerator()
                .generate(new CMSAbsentContent(), false)
                .getEncoded(ASN1Encoding.DER);
        for (byte[] none : List.of(new byte[0], empty)) {
            assertThat(verify(none))
                    .isInstanceOfSatisfying(
                            QuorumOutcome.Unreadable.class,
                            unreadable -> assertThat(unreadable.reason()).isEqualTo(UnreadableSignatures.NONE));
        }
    }

    @Test
    void whatIsCutShortAnywhereIsNeverAQuorum() {
        byte[] whole = join(sign(FATOU), sign(MOUSSA));
        for (int length = 0; length < whole.length; length += 7) {
            assertThat(verify(Arrays.copyOf(whole, length)).isReached()).isFalse();
        }
    }

    private static byte[] withBag(List<X509CertificateHolder> more) throws CMSException, IOException {
        CMSSignedData own = new CMSSignedData(sign(MOUSSA));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSigners(own.getSignerInfos());
        generator.addCertificates(own.getCertificates());
        generator.addCertificates(new CollectionStore<>(more));
        return generator.generate(new CMSAbsentContent(), false).getEncoded(ASN1Encoding.DER);
    }
}
