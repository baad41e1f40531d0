package org.liptako.pki.validation;

import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/**
 * CAs mark as critical what limits them (RFC 5280 sections 4.2.1.9 and 4.2.1.11), and a root has no extended key usage
 * (CA/Browser baseline requirements 7.1.2.1.2).
 */
final class BrowserAuthoritiesRule implements PathRule {
    private static final List<ASN1ObjectIdentifier> CRITICAL =
            List.of(Extension.basicConstraints, Extension.policyConstraints);

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (ParsedCertificate authority : path.authorities()) {
            check(authority, path.placeOf(authority));
        }
        if (path.root().isSelfIssued()
                && path.root().extension(Extension.extendedKeyUsage).isPresent()) {
            throw new RejectedException(RejectionReason.PATH_INVALID, "root: extended key usage");
        }
    }

    static void check(ParsedCertificate authority, String place) throws RejectedException {
        for (ASN1ObjectIdentifier type : CRITICAL) {
            if (!authority.extension(type).map(Extension::isCritical).orElse(true)) {
                throw new RejectedException(
                        RejectionReason.PATH_INVALID, place + ": extension " + type + " is not critical");
            }
        }
    }
}
