package org.liptako.pki.lint;

import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 section 4.2 and our profiles; the parser itself refuses an extension that is repeated. */
final class KnownExtensionsLint implements Lint<X509CertificateHolder> {
    private static final Set<ASN1ObjectIdentifier> KNOWN = Set.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.certificatePolicies,
            Extension.nameConstraints,
            Extension.subjectAlternativeName,
            Extension.subjectKeyIdentifier,
            Extension.authorityKeyIdentifier);

    @Override
    public LintRule rule() {
        return new LintRule(
                "known-extensions",
                "RFC 5280 4.2; design",
                "Seules les extensions de nos profils figurent, chacune une fois.",
                "Only the extensions of our profiles are there, each once.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        return Arrays.stream(certificate.getExtensions().getExtensionOIDs()).allMatch(KNOWN::contains);
    }
}
