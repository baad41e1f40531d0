package org.liptako.pki.validation;

import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Names and constraints are no larger than those of any honest certificate, many times over.
 *
 * <p>Told by their size, before they are parsed: every rule that looks at names would have to bear a hostile number.
 */
final class NameSizeRule implements CertificateRule {
    private static final int MOST_OCTETS = 16 * 1024;
    private static final int MOST_RELATIVE_NAMES = 64;
    private static final List<ASN1ObjectIdentifier> NAMES =
            List.of(Extension.subjectAlternativeName, Extension.nameConstraints);

    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        boolean large = certificate.subject().size() > MOST_RELATIVE_NAMES;
        for (ASN1ObjectIdentifier type : NAMES) {
            @Nullable Extension extension = certificate.holder().getExtension(type);
            large |= extension != null && extension.getExtnValue().getOctetsLength() > MOST_OCTETS;
        }
        if (large) {
            throw new RejectedException(RejectionReason.TOO_MANY_NAMES, "names or constraints");
        }
    }
}
