package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.liptako.pki.certpolicy.PolicyInputs;
import org.liptako.pki.issuing.Credential;

/**
 * Chains of any origin that are made to cost: the best of several runs, in time of the processor. Others share it, and
 * the first runs pay for the compiler: the runs end at the first one that is cheap.
 */
class HostileChainIT {
    private static final Duration MOST = Duration.ofMillis(250);
    private static final int MOST_RUNS = 25;
    private static final int NODES = 12;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final Credential root = Common.ca("CN=root").selfSigned();

    static void assertCheap(Supplier<?> question) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < MOST_RUNS && best >= MOST.toNanos(); run++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            assertThat(question.get()).isNotNull();
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(MOST);
    }

    @Test
    void aMeshOfCasThatAllCertifyEachOtherGainsNothing() {
        List<Credential> bag = mesh(521, UnaryOperator.identity());
        bag.add(Common.ca("CN=node 0").issuedBy(root));

        assertCheap(aboutLeafOf(bag)::refusal);
    }

    /** Each way through it ends at the root, and is refused at the last rule. */
    @Test
    void aMeshOfWhichEachCaHasARootAndNoneTheWantedPolicyGainsNothing() {
        ASN1ObjectIdentifier asserted = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.6.1");
        ASN1ObjectIdentifier wanted = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.6.2");
        CertificatePolicies policies = new CertificatePolicies(new PolicyInformation(asserted));
        List<Credential> bag = mesh(256, draft -> draft.with(Extension.certificatePolicies, false, policies));
        for (int node = 0; node < NODES; node++) {
            bag.add(Common.ca("CN=node " + node)
                    .with(Extension.certificatePolicies, false, policies)
                    .key(keyOf(bag, node))
                    .issuedBy(root));
        }
        Common question = aboutLeafOf(bag).policy(new PolicyInputs(Set.of(wanted), true, false, false));

        assertCheap(question::refusal);
        assertThat(question.refusal()).contains(RejectionReason.BUDGET_EXHAUSTED);
    }

    @Test
    void aMeshOfConstrainedCasGainsNothing() {
        GeneralSubtree[] subtrees = IntStream.range(0, 60)
                .mapToObj(i -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, "x" + i + ".org")))
                .toArray(GeneralSubtree[]::new);
        List<Credential> bag =
                mesh(256, draft -> draft.with(Extension.nameConstraints, true, new NameConstraints(null, subtrees)));
        bag.add(Common.ca("CN=node 0").issuedBy(root));
        GeneralName[] names = IntStream.range(0, 60)
                .mapToObj(i -> new GeneralName(GeneralName.dNSName, "y" + i + ".org"))
                .toArray(GeneralName[]::new);

        Credential leaf = Common.leaf("CN=leaf").names(names).issuedBy(bag.getFirst());
        Common question = Common.about(leaf, bag.toArray(Credential[]::new)).under(root);

        assertCheap(question::refusal);
        assertThat(question.refusal()).isPresent();
    }

    /** Each node's CA certified by each, without a way out. */
    private List<Credential> mesh(int curve, UnaryOperator<Draft> more) {
        List<KeyPair> keys = IntStream.range(0, NODES)
                .mapToObj(i -> Draft.newKey("EC", curve))
                .toList();
        List<Credential> bag = new ArrayList<>();
        for (int subject = 0; subject < NODES; subject++) {
            for (int issuer = 0; issuer < NODES; issuer++) {
                Credential signer = new Credential(
                        keys.get(issuer).getPrivate(),
                        Common.ca("CN=node " + issuer).issuedBy(root).chain());
                bag.add(more.apply(Common.ca("CN=node " + subject))
                        .key(keys.get(subject))
                        .issuedBy(signer));
            }
        }
        return bag;
    }

    private static KeyPair keyOf(List<Credential> mesh, int node) {
        Credential any = mesh.get(node * NODES);
        return new KeyPair(any.certificate().getPublicKey(), any.key());
    }

    private Common aboutLeafOf(List<Credential> bag) {
        Credential leaf = Common.leaf("CN=leaf").issuedBy(bag.getFirst());
        return Common.about(leaf, bag.toArray(Credential[]::new)).under(root);
    }

    @Test
    void manyNamesTimesManyConstraintsGainNothing() {
        GeneralSubtree[] subtrees = IntStream.range(0, 2000)
                .mapToObj(i -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, "x" + i + ".org")))
                .toArray(GeneralSubtree[]::new);
        Credential ca = Common.ca("CN=ca")
                .with(Extension.nameConstraints, true, new NameConstraints(null, subtrees))
                .issuedBy(root);
        GeneralName[] names = IntStream.range(0, 2000)
                .mapToObj(i -> new GeneralName(GeneralName.dNSName, "y" + i + ".org"))
                .toArray(GeneralName[]::new);
        Common question = Common.about(Common.leaf("CN=leaf").names(names).issuedBy(ca), ca)
                .under(root);

        assertCheap(question::refusal);
        assertThat(question.refusal()).contains(RejectionReason.TOO_MANY_NAMES);
    }

    @Test
    void aPolicyTreeThatWouldDoubleAtEveryCaDoesNot() {
        ASN1ObjectIdentifier[] policies = IntStream.range(0, 8)
                .mapToObj(i -> new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.6." + i))
                .toArray(ASN1ObjectIdentifier[]::new);
        PolicyInformation[] asserted = new PolicyInformation[policies.length];
        List<DERSequence> pairs = new ArrayList<>();
        for (int from = 0; from < policies.length; from++) {
            asserted[from] = new PolicyInformation(policies[from]);
            for (ASN1ObjectIdentifier to : policies) {
                pairs.add(new DERSequence(new ASN1ObjectIdentifier[] {policies[from], to}));
            }
        }
        List<Credential> bag = new ArrayList<>();
        Credential above = root;
        for (int depth = 0; depth < 24; depth++) {
            above = Common.ca("CN=depth " + depth)
                    .with(Extension.certificatePolicies, false, new CertificatePolicies(asserted))
                    .with(Extension.policyMappings, true, new DERSequence(pairs.toArray(DERSequence[]::new)))
                    .issuedBy(above);
            bag.add(above);
        }
        Common question = Common.about(Common.leaf("CN=leaf").issuedBy(above), bag.toArray(Credential[]::new))
                .under(root);

        assertCheap(question::refusal);
        assertThat(question.refusal()).isEmpty();
    }

    @Test
    void anEnormousRsaKeyIsNeverUsed() {
        AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption);
        BigInteger modulus = BigInteger.ONE.shiftLeft(65_535).setBit(0);
        SubjectPublicKeyInfo enormous;
        try {
            enormous = new SubjectPublicKeyInfo(rsa, new RSAPublicKey(modulus, modulus.subtract(BigInteger.TWO)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Credential ca = Common.ca("CN=ca").publicKey(enormous).issuedBy(root);
        Common question = Common.about(Common.leaf("CN=leaf").issuedBy(ca), ca).under(root);

        assertCheap(question::refusal);
        assertThat(question.refusal()).contains(RejectionReason.ALGORITHM);
    }
}
