package org.liptako.node.cli.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.policy.calendar.DayWords;
import org.liptako.policy.rules.Jurisdiction;

/** A beginning on the command line: a local day of a jurisdiction, or an instant; never in the past, since law is not made for it. */
final class StartOption {
    private StartOption() {}

    /** @param whose days are meant; UTC's where nobody's are */
    static Instant read(String option, String written, @Nullable Jurisdiction whose, Instant now) {
        Jurisdiction days = whose == null ? Jurisdiction.AES : whose;
        Instant start = DayWords.read(written).map(days::startOf).orElseGet(() -> instant(option, written));
        return start.isBefore(now) ? now : start;
    }

    private static Instant instant(String option, String written) {
        try {
            return Instant.parse(written).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException malformed) {
            throw CommandFailure.badInput(
                    option + " : « " + written
                            + " » n'est ni un jour (« 1er juillet 2027 », 2027-07-01) ni un instant (2027-07-01T08:00:00Z).",
                    option + ": \"" + written
                            + "\" is neither a day (\"1 July 2027\", 2027-07-01) nor an instant (2027-07-01T08:00:00Z).");
        }
    }
}
