package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.validation.ChainValidatorTest.assertReason;
import static org.liptako.pki.validation.ChainValidatorTest.rejected;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.IssuingCaProfile;

class HostileInputTest {
    private final Credential node = Region.draft(Region.NODE).issuedBy(Region.ML.nodeCa());

    @Test
    void refusesWhatIsNoCertificate() {
        assertThat(reasonFor(new byte[0])).isEqualTo(RejectionReason.MALFORMED);
        assertThat(reasonFor("-----BEGIN CERTIFICATE-----".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(RejectionReason.MALFORMED);
        assertThat(reasonFor(new byte[16 * 1024])).isEqualTo(RejectionReason.MALFORMED);
    }

    @Test
    void refusesASecondEncodingOfACertificate() {
        byte[] longer = Arrays.copyOf(leaf(), leaf().length + 1);
        byte[] cut = Arrays.copyOf(leaf(), leaf().length - 1);

        assertThat(reasonFor(longer)).isEqualTo(RejectionReason.MALFORMED);
        assertThat(reasonFor(cut)).isEqualTo(RejectionReason.MALFORMED);
    }

    @Test
    void refusesNestingThatWouldEndAParsersStack() {
        byte[] nested = new byte[16 * 1024];
        for (int at = 0; at < nested.length - 4; at += 4) {
            int left = nested.length - at - 4;
            nested[at] = 0x30;
            nested[at + 1] = (byte) 0x82;
            nested[at + 2] = (byte) (left >> 8);
            nested[at + 3] = (byte) left;
        }

        assertThat(reasonFor(nested)).isEqualTo(RejectionReason.MALFORMED);
    }

    @Test
    void refusesAnExtensionThatWouldEndAParsersStack() {
        ASN1Encodable nested = new DERSequence();
        for (int depth = 0; depth < 2000; depth++) {
            nested = new DERSequence(nested);
        }
        Credential deep = Region.draft(Region.NODE)
                .with(Extension.subjectAlternativeName, false, nested)
                .issuedBy(Region.ML.nodeCa());

        assertReason(deep, RejectionReason.MALFORMED);
        assertThat(Common.about(deep).under(deep).refusal()).contains(RejectionReason.MALFORMED);
    }

    @Test
    void refusesMoreOrLargerCertificatesThanAllowed() {
        byte[] large = new byte[16 * 1024 + 1];
        List<byte[]> many = new ArrayList<>(Collections.nCopies(17, leaf()));

        assertThat(reasonFor(large)).isEqualTo(RejectionReason.CERTIFICATE_TOO_LARGE);
        assertThat(rejected(Region.validator().validate(new CandidateChain(many), Expectation.client(Region.NOW)))
                        .reason())
                .isEqualTo(RejectionReason.TOO_MANY_CERTIFICATES);
    }

    @Test
    void wastesNoSignatureCheckOnNamesakesThatLeadToNoRoot() {
        List<byte[]> chain = new ArrayList<>(List.of(leaf()));
        // Fifteen CAs of one name, none of which signed the leaf or each other.
        Credential issuer = Region.foreign().stateCa();
        for (int i = 0; i < 15; i++) {
            chain.add(encoded(Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA))
                    .subject("C=ML,O=Mali,CN=Node CA ML")
                    .issuedBy(issuer)));
        }

        assertThat(rejected(Region.validator().validate(new CandidateChain(chain), Expectation.client(Region.NOW)))
                        .reason())
                .isEqualTo(RejectionReason.NO_PATH);
    }

    @Test
    void stopsInAMazeOfCasThatSignEachOther() {
        List<KeyPair> keys = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            keys.add(Draft.newKey("EC", 256));
        }
        List<byte[]> chain = new ArrayList<>();
        Draft leaf = Region.draft(Region.NODE);
        for (KeyPair issuer : keys) {
            for (KeyPair subject : keys) {
                if (issuer != subject && chain.size() < 15) {
                    chain.add(encoded(mazeCa(subject).issuedBy(mazeCredential(issuer))));
                }
            }
        }
        chain.addFirst(encoded(leaf.issuedBy(mazeCredential(keys.getFirst()))));

        assertThat(rejected(Region.validator().validate(new CandidateChain(chain), Expectation.client(Region.NOW)))
                        .reason())
                .isIn(RejectionReason.BUDGET_EXHAUSTED, RejectionReason.NO_PATH);
    }

    @Test
    void refusesKeysAndSignaturesThatAreNotAllowed() {
        assertReason(with(Draft.newKey("EC", 521)), RejectionReason.ALGORITHM);
        assertReason(with(Draft.newKey("RSA", 2048)), RejectionReason.ALGORITHM);
        assertReason(with(Draft.newKey("DSA", 2048)), RejectionReason.ALGORITHM);
        assertReason(
                Region.draft(Region.NODE).signedWith("SHA1withECDSA").issuedBy(Region.ML.nodeCa()),
                RejectionReason.ALGORITHM);
    }

    @Test
    void refusesACurveThatIsSpelledOut() {
        PublicKey named = node.certificate().getPublicKey();
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(named.getEncoded());
        AlgorithmIdentifier spelledOut = new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, new X962Parameters(SECNamedCurves.getByName("secp256r1")));
        SubjectPublicKeyInfo explicit =
                new SubjectPublicKeyInfo(spelledOut, info.getPublicKeyData().getOctets());

        assertReason(
                Region.draft(Region.NODE).publicKey(explicit).issuedBy(Region.ML.nodeCa()), RejectionReason.ALGORITHM);
    }

    @Test
    void ignoresAnUnknownExtensionThatIsNotCritical() {
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

        assertThat(Region.asClient(Region.draft(Region.NODE)
                        .with(unknown, false, new DEROctetString(BigInteger.TEN.toByteArray()))
                        .issuedBy(Region.ML.nodeCa())))
                .isInstanceOf(Validation.Accepted.class);
    }

    private static Draft mazeCa(KeyPair key) {
        return Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA)).key(key);
    }

    private static Credential mazeCredential(KeyPair key) {
        return new Credential(
                key.getPrivate(), mazeCa(key).issuedBy(Region.ML.nodeCa()).chain());
    }

    private static Credential with(KeyPair key) {
        return Region.draft(Region.NODE).key(key).issuedBy(Region.ML.nodeCa());
    }

    private byte[] leaf() {
        return encoded(node);
    }

    private static byte[] encoded(Credential credential) {
        return CandidateChain.of(credential.chain()).certificates().getFirst();
    }

    private static RejectionReason reasonFor(byte[] leaf) {
        return rejected(Region.validator().validate(new CandidateChain(List.of(leaf)), Expectation.client(Region.NOW)))
                .reason();
    }
}
