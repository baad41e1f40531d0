package org.liptako.pki.validation;

/** A rule, held against every certificate of the path but the root: some old roots have the serial number 0. */
final class BelowRootRule implements PathRule {
    private final CertificateRule rule;

    BelowRootRule(CertificateRule rule) {
        this.rule = rule;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (ParsedCertificate certificate : path.belowRoot()) {
            rule.check(certificate);
        }
    }
}
