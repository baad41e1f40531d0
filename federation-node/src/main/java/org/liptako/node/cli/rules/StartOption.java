package org.liptako.node.cli.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.policy.rules.Jurisdiction;

/** A beginning on the command line: a local day of a jurisdiction, or an instant; never in the past, since law is not made for it. */
final class StartOption {
    private static final int LENGTH_OF_A_DAY = "2026-01-01".length();

    private StartOption() {}

    /** @param whose days are meant; UTC's where nobody's are */
    static Instant read(String option, String written, @Nullable Jurisdiction whose, Instant now) {
        Jurisdiction days = whose == null ? Jurisdiction.AES : whose;
        Instant start;
        try {
            start = written.length() == LENGTH_OF_A_DAY
                    ? days.startOf(LocalDate.parse(written))
                    : Instant.parse(written).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException malformed) {
            throw CommandFailure.badInput(
                    option + " " + written + " : attendu un jour (2027-01-01) ou un instant (2027-01-01T00:00:00Z).",
                    option + " " + written + ": expected a day (2027-01-01) or an instant (2027-01-01T00:00:00Z).");
        }
        return start.isBefore(now) ? now : start;
    }
}
