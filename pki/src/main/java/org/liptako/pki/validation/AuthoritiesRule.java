package org.liptako.pki.validation;

import java.util.List;

/** Some rules, held against every CA of the path, the root included. */
final class AuthoritiesRule implements PathRule {
    private final List<CertificateRule> rules;

    AuthoritiesRule(CertificateRule... rules) {
        this.rules = List.of(rules);
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (ParsedCertificate authority : path.authorities()) {
            for (CertificateRule rule : rules) {
                rule.check(authority);
            }
        }
    }
}
