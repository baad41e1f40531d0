package org.liptako.pki.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/**
 * Key identifiers are where conforming CAs put them, and not critical (RFC 5280 sections 4.2.1.1 and 4.2.1.2; for roots,
 * CA/Browser baseline requirements 7.1.2.1.3).
 */
final class KeyIdentifiersRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (ParsedCertificate certificate : path.certificates()) {
            for (ASN1ObjectIdentifier type :
                    List.of(Extension.authorityKeyIdentifier, Extension.subjectKeyIdentifier)) {
                require(!certificate.extension(type).map(Extension::isCritical).orElse(false), certificate, path);
            }
            // Whoever issued the root is of no concern, itself or another.
            require(
                    certificate == path.root()
                            || certificate.issuerKeyIdentifier().isPresent(),
                    certificate,
                    path);
        }
        for (ParsedCertificate authority : path.authorities()) {
            require(authority.keyIdentifier().isPresent(), authority, path);
        }
        if (path.root().isSelfIssued()) {
            require(isPlain(path.root()), path.root(), path);
        }
    }

    /** A root that points at an issuer points at itself, by key identifier alone. */
    private static boolean isPlain(ParsedCertificate root) {
        Optional<AuthorityKeyIdentifier> issuer =
                root.value(Extension.authorityKeyIdentifier).map(AuthorityKeyIdentifier::getInstance);
        return issuer.isEmpty()
                || (issuer.get().getAuthorityCertIssuer() == null
                        && issuer.get().getAuthorityCertSerialNumber() == null
                        && root.issuerKeyIdentifier().isPresent()
                        && Arrays.equals(
                                root.issuerKeyIdentifier().get(),
                                root.keyIdentifier().orElseThrow()));
    }

    private static void require(boolean satisfied, ParsedCertificate certificate, CertificatePath path)
            throws RejectedException {
        if (!satisfied) {
            throw new RejectedException(RejectionReason.PATH_INVALID, path.placeOf(certificate) + ": key identifiers");
        }
    }
}
