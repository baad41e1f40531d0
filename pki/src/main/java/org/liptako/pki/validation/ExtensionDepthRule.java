package org.liptako.pki.validation;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.encoding.DerDepth;

/**
 * The extensions that are read here do not nest so deeply that reading them would end the parser's stack.
 *
 * <p>To the certificate's own parser an extension is a string of octets; what is in it is parsed later, by recursion.
 */
final class ExtensionDepthRule implements CertificateRule {
    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        @Nullable Extensions extensions = certificate.extensions();
        if (extensions == null) {
            return;
        }
        for (ASN1ObjectIdentifier type : extensions.getExtensionOIDs()) {
            if (CriticalExtensionRule.isRead(type)
                    && !DerDepth.isShallow(
                            extensions.getExtension(type).getExtnValue().getOctets())) {
                throw new RejectedException(RejectionReason.MALFORMED, "extension " + type + " nested too deeply");
            }
        }
    }
}
