package org.liptako.pki.validation;

/** One thing that a certificate must satisfy by itself, whatever path it is in. */
interface CertificateRule {
    /** Returns if the certificate satisfies the rule. */
    void check(ParsedCertificate certificate) throws RejectedException;
}
