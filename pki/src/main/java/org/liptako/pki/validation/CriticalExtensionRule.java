package org.liptako.pki.validation;

import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;

/** Every critical extension is one that is processed here (RFC 5280 sections 4.2 and 6.1.4 o). */
final class CriticalExtensionRule implements CertificateRule {
    private static final Set<ASN1ObjectIdentifier> PROCESSED = Set.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.subjectAlternativeName,
            Extension.issuerAlternativeName,
            Extension.nameConstraints,
            Extension.certificatePolicies,
            Extension.policyMappings,
            Extension.policyConstraints,
            Extension.inhibitAnyPolicy,
            Extension.cRLDistributionPoints,
            Extension.authorityKeyIdentifier,
            Extension.subjectKeyIdentifier);

    /** Whether anyone here looks into extensions of this type, if only to see that they are well formed. */
    static boolean isRead(ASN1ObjectIdentifier type) {
        return PROCESSED.contains(type) || type.equals(Extension.authorityInfoAccess);
    }

    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        @Nullable Extensions extensions = certificate.extensions();
        if (extensions == null) {
            return;
        }
        for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
            if (!PROCESSED.contains(critical)) {
                throw new RejectedException(RejectionReason.CRITICAL_EXTENSION, critical.getId());
            }
        }
    }
}
