package org.liptako.pki.validation;

import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * A server's certificate is no CA's, has alternative names, and is not for any purpose (CA/Browser baseline requirements
 * 7.1.2.7).
 */
final class BrowserLeafRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        ParsedCertificate leaf = path.leaf();
        if (leaf.isCa()) {
            throw new RejectedException(RejectionReason.LEAF_IS_CA, "leaf");
        }
        if (leaf.purposes().contains(KeyPurposeId.anyExtendedKeyUsage)
                || leaf.extension(Extension.extendedKeyUsage)
                        .map(Extension::isCritical)
                        .orElse(false)) {
            throw new RejectedException(RejectionReason.PURPOSE, "leaf: for any purpose, or critical");
        }
        Optional<Extension> names = leaf.extension(Extension.subjectAlternativeName);
        if (names.isEmpty() || names.get().isCritical() != leaf.subjectName().isEmpty()) {
            throw new RejectedException(
                    RejectionReason.ALTERNATIVE_NAMES, "leaf: absent, or critical beside a subject");
        }
    }
}
