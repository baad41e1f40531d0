package org.liptako.pki.validation;

import java.util.List;

/** Some rules, held against every certificate of the path. */
final class EachCertificateRule implements PathRule {
    private final List<CertificateRule> rules;

    EachCertificateRule(CertificateRule... rules) {
        this.rules = List.of(rules);
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (ParsedCertificate certificate : path.certificates()) {
            for (CertificateRule rule : rules) {
                rule.check(certificate);
            }
        }
    }
}
