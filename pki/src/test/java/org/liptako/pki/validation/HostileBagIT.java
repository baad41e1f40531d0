package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.validation.HostileChainIT.assertCheap;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;

/** Bags that are made to cost by their width or weight, in time of the processor as in {@link HostileChainIT}. */
class HostileBagIT {
    private static final int WIDE = 500;

    private final Credential root = Common.ca("CN=root").selfSigned();

    @Test
    void theGoodOneOfManyNamesakesIsFound() {
        Credential good = Common.ca("CN=ca").issuedBy(root);
        List<Credential> bag = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            bag.add(Common.ca("CN=ca").issuedBy(root));
        }
        bag.add(good);
        Common question = Common.about(Common.leaf("CN=leaf").issuedBy(good), bag.toArray(Credential[]::new))
                .under(root);

        assertCheap(question::refusal);
        assertThat(question.refusal()).isEmpty();
    }

    @Test
    void namesakesWithLargeCurvesGainNothing() {
        List<KeyPair> keys =
                IntStream.range(0, 100).mapToObj(i -> Draft.newKey("EC", 521)).toList();
        List<Credential> bag = keys.stream()
                .map(key -> Common.ca("CN=ca").key(key).issuedBy(root))
                .toList();
        Credential absent = Common.ca("CN=ca").key(Draft.newKey("EC", 521)).issuedBy(root);
        Credential leaf = Common.leaf("CN=leaf").signedWith("SHA512withECDSA").issuedBy(absent);

        assertCheap(Common.about(leaf, bag.toArray(Credential[]::new)).under(root)::refusal);
    }

    /** An exponent of 32 ones takes four times as long as the usual one. */
    @Test
    void namesakesWithLargeRsaKeysGainNothing() throws IOException {
        List<Credential> bag = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            BigInteger modulus =
                    new BigInteger(8192, new SecureRandom()).setBit(8191).setBit(0);
            bag.add(Common.ca("CN=ca")
                    .publicKey(new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                            new RSAPublicKey(
                                    modulus, BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE))))
                    .issuedBy(root));
        }
        byte[] signature = new byte[1024];
        signature[1] = 1;
        Credential leaf = Common.leaf("CN=leaf")
                .signedWith(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE),
                        signature)
                .issuedBy(bag.getFirst());

        assertCheap(Common.about(leaf, bag.toArray(Credential[]::new)).under(root)::refusal);
    }

    @Test
    void largeExtensionsGainNothing() {
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
        Draft large = Common.ca("CN=ca").with(unknown, false, new DEROctetString(new byte[120 * 1024]));
        Credential ca = large.issuedBy(root);
        Credential[] bag = IntStream.range(0, 8).mapToObj(i -> ca).toArray(Credential[]::new);
        Common question = Common.about(Common.leaf("CN=leaf").issuedBy(ca), bag).under(root);

        assertCheap(question::refusal);
        assertThat(question.refusal()).isEmpty();
    }

    @Test
    void heavyBagsAreNotRead() {
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
        Draft large = Common.ca("CN=ca").with(unknown, false, new DEROctetString(new byte[120 * 1024]));
        Credential ca = large.issuedBy(root);
        Credential[] bag = IntStream.range(0, 190).mapToObj(i -> ca).toArray(Credential[]::new);
        Common question = Common.about(Common.leaf("CN=leaf").issuedBy(ca), bag).under(root);

        assertCheap(question::refusal);
        assertThat(question.refusal()).contains(RejectionReason.TOO_MANY_CERTIFICATES);
    }

    @Test
    void longNamesGainNothing() {
        X500Name name = named(6);
        Credential longRoot = Common.ca("CN=root").subject(name).selfSigned();
        Credential ca = Common.ca("CN=ca").subject(name).issuedBy(longRoot);
        Credential[] bag = IntStream.range(0, 120).mapToObj(i -> ca).toArray(Credential[]::new);
        Common question = Common.about(Common.leaf("CN=leaf").issuedBy(ca), bag).under(longRoot);

        assertCheap(question::refusal);
        assertThat(question.refusal()).isEmpty();
    }

    @Test
    void namesThatAreTooLongAreNotCompared() {
        Credential ca = Common.ca("CN=ca").subject(named(250)).issuedBy(root);
        Common question = Common.about(Common.leaf("CN=leaf").issuedBy(ca), ca).under(root);

        assertThat(question.refusal()).contains(RejectionReason.TOO_MANY_NAMES);
    }

    private static X500Name named(int words) {
        return new X500Name(IntStream.range(0, 60)
                .mapToObj(i -> new RDN(BCStyle.O, new DERUTF8String("é ﬁ ".repeat(words) + i)))
                .toArray(RDN[]::new));
    }

    @Test
    void aDeepLadderOfSelfIssuedCertificatesGainsNothing() {
        List<Credential> bag = new ArrayList<>();
        Credential above = root;
        for (int i = 0; i < WIDE; i++) {
            Credential next = Common.ca("CN=root").issuedBy(above);
            bag.add(next);
            above = i % 17 == 0 ? next : above;
        }
        Common question = Common.about(Common.leaf("CN=leaf").issuedBy(above), bag.toArray(Credential[]::new))
                .under(root);

        assertCheap(question::refusal);
    }

    @Test
    void constraintsOnManyCasGainNothing() {
        GeneralSubtree[] subtrees = IntStream.range(0, 100)
                .mapToObj(i -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, "x" + i + ".example.org")))
                .toArray(GeneralSubtree[]::new);
        NameConstraints constraints = new NameConstraints(null, subtrees);
        KeyPair key = Draft.newKey("EC", 256);
        List<Credential> bag = new ArrayList<>();
        for (int i = 0; i < WIDE; i++) {
            bag.add(Common.ca("CN=ca")
                    .key(key)
                    .with(Extension.nameConstraints, true, constraints)
                    .issuedBy(root));
        }
        GeneralName[] names = IntStream.range(0, 64)
                .mapToObj(i -> new GeneralName(GeneralName.dNSName, "y" + i + ".example.com"))
                .toArray(GeneralName[]::new);
        names[63] = new GeneralName(GeneralName.dNSName, "x99.example.org");
        Credential leaf = Common.leaf("CN=leaf").names(names).issuedBy(bag.getFirst());

        assertCheap(Common.about(leaf, bag.toArray(Credential[]::new)).under(root)::refusal);
    }

    /** Each of thirty CAs has as many names, and constraints, as fit. */
    @Test
    void directoryNamesTimesConstraintsAllTheWayUpGainNothing() {
        List<Credential> bag = new ArrayList<>();
        Credential above = root;
        for (int depth = 0; depth < 28; depth++) {
            GeneralSubtree[] subtrees = IntStream.range(0, 450)
                    .mapToObj(i -> new GeneralSubtree(new GeneralName(new X500Name("O=É " + i + ",CN=x"))))
                    .toArray(GeneralSubtree[]::new);
            GeneralName[] names = IntStream.range(0, 450)
                    .mapToObj(i -> new GeneralName(new X500Name("O=Ü " + i + ",CN=y")))
                    .toArray(GeneralName[]::new);
            above = Common.ca("CN=depth " + depth)
                    .names(names)
                    .with(Extension.nameConstraints, true, new NameConstraints(null, subtrees))
                    .issuedBy(above);
            bag.add(above);
        }
        Common question = Common.about(Common.leaf("CN=leaf").issuedBy(above), bag.toArray(Credential[]::new))
                .under(root);

        assertCheap(question::refusal);
    }
}
