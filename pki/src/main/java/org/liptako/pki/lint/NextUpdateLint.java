package org.liptako.pki.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.cert.X509CRLHolder;

/** RFC 5280 section 5.1.2.5; our design: an offline CA signs at least once a quarter. */
final class NextUpdateLint implements Lint<X509CRLHolder> {
    private static final Duration LONGEST = Duration.ofDays(92);

    @Override
    public LintRule rule() {
        return new LintRule(
                "next-update",
                "RFC 5280 5.1.2.5; design",
                "La prochaine mise à jour est dite, et vient au plus 92 jours après celle-ci.",
                "The next update is told, and comes at most 92 days after this one.");
    }

    @Override
    public boolean admits(X509CRLHolder list) {
        Date next = list.getNextUpdate();
        Instant now = list.getThisUpdate().toInstant();
        return next != null
                && next.toInstant().isAfter(now)
                && Duration.between(now, next.toInstant()).compareTo(LONGEST) <= 0;
    }
}
