package org.liptako.pki.lint;

import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 section 4.2.1.4; our design: the policy says which role a leaf has. */
final class RolePolicyLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "role-policy",
                "RFC 5280 4.2.1.4; design",
                "Une feuille porte exactement une politique, celle de son rôle.",
                "A leaf carries exactly one policy, its role's.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        return CertificateKind.of(certificate) != CertificateKind.LEAF
                || CertificateKind.roleOf(certificate).isPresent();
    }
}
