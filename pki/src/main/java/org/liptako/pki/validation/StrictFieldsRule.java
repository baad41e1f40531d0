package org.liptako.pki.validation;

import org.bouncycastle.asn1.x509.TBSCertificate;

/** RFC 5280 section 4.1 as its issuing profile has it: version 3, no unique identifiers, both parsers content. */
final class StrictFieldsRule implements CertificateRule {
    private static final int X509_V3 = 3;

    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        if (certificate.holder().getVersionNumber() != X509_V3) {
            throw malformed("not version 3");
        }
        TBSCertificate tbs = certificate.holder().toASN1Structure().getTBSCertificate();
        if (tbs.getIssuerUniqueId() != null || tbs.getSubjectUniqueId() != null) {
            throw malformed("unique identifiers");
        }
        if (certificate.notBefore().isAfter(certificate.notAfter())) {
            throw malformed("ends before it begins");
        }
        certificate.certificate();
    }

    private static RejectedException malformed(String detail) {
        return new RejectedException(RejectionReason.MALFORMED, detail);
    }
}
