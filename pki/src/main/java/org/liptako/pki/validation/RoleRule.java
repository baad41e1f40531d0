package org.liptako.pki.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.liptako.pki.name.Authority;
import org.liptako.pki.profile.RoleProfile;

/**
 * A role counts only from its own CA, and with its own key usages.
 *
 * <p>The leaf's one policy is its role's, and its issuing CA lists it, among policies of one authority alone. The
 * leaf's purposes are exactly its role's, and lie within those of every CA that has any; the issuing CA must have
 * some. RFC 5280 leaves the nesting of purposes to whoever cares, and neither Bouncy Castle nor the JDK does.
 */
final class RoleRule implements PathRule {
    private final LeafNameRule names;

    RoleRule(LeafNameRule names) {
        this.names = names;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        RoleProfile profile = RoleProfile.of(names.partyOf(path.leaf()).role());
        checkPolicies(path, profile);
        checkPurposes(path, profile);
        if (!path.leaf().hasKeyUsage(profile.keyUsage())) {
            throw new RejectedException(RejectionReason.KEY_USAGE, "leaf");
        }
    }

    private static void checkPolicies(CertificatePath path, RoleProfile profile) throws RejectedException {
        Authority authority = profile.role().authority();
        Set<ASN1ObjectIdentifier> issuable = Set.copyOf(RoleProfile.policiesOf(authority));
        Set<ASN1ObjectIdentifier> listed = policiesOf(path.issuingCa());
        if (!listed.contains(profile.policy()) || !issuable.containsAll(listed)) {
            throw new RejectedException(RejectionReason.ROLE_ISSUER, "issuing CA");
        }
        if (!policiesOf(path.leaf()).equals(Set.of(profile.policy()))) {
            throw new RejectedException(RejectionReason.ROLE_ISSUER, "leaf");
        }
    }

    private static void checkPurposes(CertificatePath path, RoleProfile profile) throws RejectedException {
        Set<KeyPurposeId> purposes = purposesOf(path.leaf());
        if (!purposes.equals(Set.copyOf(profile.purposes()))) {
            throw new RejectedException(RejectionReason.EXTENDED_KEY_USAGE, "leaf");
        }
        List<ParsedCertificate> authorities = path.authorities();
        for (ParsedCertificate authority : authorities) {
            Set<KeyPurposeId> allowed = purposesOf(authority);
            boolean limits = authority == path.issuingCa() || !allowed.isEmpty();
            if (limits && !allowed.containsAll(purposes)) {
                throw new RejectedException(RejectionReason.EXTENDED_KEY_USAGE, path.placeOf(authority));
            }
        }
    }

    private static Set<ASN1ObjectIdentifier> policiesOf(ParsedCertificate certificate) {
        CertificatePolicies policies = CertificatePolicies.fromExtensions(certificate.extensions());
        return policies == null
                ? Set.of()
                : Arrays.stream(policies.getPolicyInformation())
                        .map(PolicyInformation::getPolicyIdentifier)
                        .collect(Collectors.toSet());
    }

    private static Set<KeyPurposeId> purposesOf(ParsedCertificate certificate) {
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(certificate.extensions());
        return usage == null ? Set.of() : Set.of(usage.getUsages());
    }
}
