package org.liptako.pki.lint;

import org.bouncycastle.cert.X509CRLHolder;

/** RFC 5280 section 5.1.2.1. */
final class ListVersionLint implements Lint<X509CRLHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "list-version-2",
                "RFC 5280 5.1.2.1",
                "Une liste avec extensions est de version 2.",
                "A list with extensions is of version 2.");
    }

    @Override
    public boolean admits(X509CRLHolder list) {
        return list.toASN1Structure().getVersionNumber() == 2;
    }
}
