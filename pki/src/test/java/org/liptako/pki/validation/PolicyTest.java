package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CertPolicyId;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyMappings;
import org.junit.jupiter.api.Test;
import org.liptako.pki.certpolicy.PolicyInputs;
import org.liptako.pki.issuing.Credential;

/** RFC 5280 section 6.1, policies: what holds from the root down, and under which name. */
class PolicyTest {
    private static final ASN1ObjectIdentifier ANY = new ASN1ObjectIdentifier("2.5.29.32.0");
    private static final ASN1ObjectIdentifier GOLD = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.5.1");
    private static final ASN1ObjectIdentifier SILVER = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.5.2");
    private static final Optional<RejectionReason> REFUSED = Optional.of(RejectionReason.POLICY);

    private final Credential root = Common.ca("CN=root").selfSigned();

    private static Draft asserting(Draft draft, ASN1ObjectIdentifier... policies) {
        PolicyInformation[] all = new PolicyInformation[policies.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = new PolicyInformation(policies[i]);
        }
        return draft.with(Extension.certificatePolicies, false, new CertificatePolicies(all));
    }

    private Optional<RejectionReason> explicitly(Draft ca, Draft leaf, ASN1ObjectIdentifier... wanted) {
        return asked(ca, leaf, new PolicyInputs(Set.of(wanted), true, false, false));
    }

    private Optional<RejectionReason> asked(Draft ca, Draft leaf, PolicyInputs inputs) {
        Credential issuer = ca.issuedBy(root);
        return Common.about(leaf.issuedBy(issuer), issuer)
                .under(root)
                .policy(inputs)
                .refusal();
    }

    private static Draft ca(ASN1ObjectIdentifier... policies) {
        return asserting(Common.ca("CN=ca"), policies);
    }

    private static Draft leaf(ASN1ObjectIdentifier... policies) {
        return asserting(Common.leaf("CN=leaf"), policies);
    }

    @Test
    void aPolicyHoldsIfEveryCertificateAssertsIt() {
        assertThat(explicitly(ca(GOLD), leaf(GOLD))).isEmpty();
        assertThat(explicitly(ca(GOLD), leaf(GOLD), GOLD, SILVER)).isEmpty();
        assertThat(explicitly(ca(GOLD), leaf(GOLD), SILVER)).isEqualTo(REFUSED);
        assertThat(explicitly(ca(GOLD), leaf(SILVER))).isEqualTo(REFUSED);
        assertThat(explicitly(Common.ca("CN=ca"), leaf(GOLD))).isEqualTo(REFUSED);
    }

    @Test
    void nobodyWhoNeedsNoPolicyIsRefusedForWantOfOne() {
        assertThat(asked(ca(GOLD), leaf(SILVER), PolicyInputs.NONE)).isEmpty();
        assertThat(asked(ca(GOLD), leaf(SILVER), new PolicyInputs(Set.of(GOLD), false, false, false)))
                .isEmpty();
    }

    @Test
    void aCaMayDemandAPolicy() {
        Draft demanding =
                ca(GOLD).with(Extension.policyConstraints, true, new PolicyConstraints(BigInteger.ZERO, null));

        assertThat(asked(demanding, leaf(SILVER), PolicyInputs.NONE)).isEqualTo(REFUSED);
        assertThat(asked(demanding, leaf(GOLD), PolicyInputs.NONE)).isEmpty();
    }

    @Test
    void anyPolicyStandsForAllUnlessInhibited() {
        assertThat(explicitly(ca(ANY), leaf(GOLD), GOLD)).isEmpty();
        assertThat(explicitly(ca(ANY), leaf(ANY), GOLD)).isEmpty();
        assertThat(asked(ca(ANY), leaf(GOLD), new PolicyInputs(Set.of(GOLD), true, false, true)))
                .isEqualTo(REFUSED);
        assertThat(explicitly(ca(GOLD).with(Extension.inhibitAnyPolicy, true, new ASN1Integer(0)), leaf(ANY), GOLD))
                .isEqualTo(REFUSED);
    }

    @Test
    void aMappedPolicyGoesByItsNewNameBelow() {
        Draft mapping = ca(GOLD).with(Extension.policyMappings, true, mapping(GOLD, SILVER));

        assertThat(explicitly(mapping, leaf(SILVER), GOLD)).isEmpty();
        assertThat(explicitly(mapping, leaf(SILVER), SILVER)).isEqualTo(REFUSED);
        assertThat(explicitly(mapping, leaf(GOLD), GOLD)).isEqualTo(REFUSED);
        assertThat(asked(mapping, leaf(SILVER), new PolicyInputs(Set.of(GOLD), true, true, false)))
                .isEqualTo(REFUSED);
    }

    @Test
    void anyPolicyIsNeverMapped() {
        assertThat(asked(
                        ca(ANY).with(Extension.policyMappings, true, mapping(ANY, GOLD)),
                        leaf(GOLD),
                        PolicyInputs.NONE))
                .isEqualTo(REFUSED);
    }

    @Test
    void aSelfIssuedCaMayStillAssertAnyPolicyWhereItIsInhibited() {
        Credential first = ca(GOLD).with(Extension.inhibitAnyPolicy, true, new ASN1Integer(0))
                .issuedBy(root);
        Credential rolled = ca(ANY).issuedBy(first);

        assertThat(Common.about(leaf(GOLD).issuedBy(rolled), first, rolled)
                        .under(root)
                        .policy(new PolicyInputs(Set.of(GOLD), true, false, false))
                        .refusal())
                .isEmpty();
    }

    private static PolicyMappings mapping(ASN1ObjectIdentifier from, ASN1ObjectIdentifier to) {
        return new PolicyMappings(CertPolicyId.getInstance(from), CertPolicyId.getInstance(to));
    }
}
