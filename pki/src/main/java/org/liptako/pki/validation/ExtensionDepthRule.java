package org.liptako.pki.validation;

import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.encoding.DerDepth;

/**
 * The extensions that are read here do not nest so deeply that reading them would end the parser's stack.
 *
 * <p>To the certificate's own parser an extension is a string of octets; what is in it is parsed later, by recursion.
 */
final class ExtensionDepthRule implements CertificateRule {
    private static final List<ASN1ObjectIdentifier> READ = List.of(
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
            Extension.authorityInfoAccess,
            Extension.authorityKeyIdentifier,
            Extension.subjectKeyIdentifier);

    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        for (ASN1ObjectIdentifier type : READ) {
            @Nullable Extension extension = certificate.holder().getExtension(type);
            if (extension != null
                    && !DerDepth.isShallow(extension.getExtnValue().getOctets())) {
                throw new RejectedException(RejectionReason.MALFORMED, "extension " + type + " nested too deeply");
            }
        }
    }
}
