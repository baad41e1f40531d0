package org.liptako.node.cli.rules;

import java.time.Instant;
import org.liptako.node.cli.CommandFailure;
import org.liptako.policy.calendar.DayWords;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;

/** An instant on the command line, written as in a facts document, or a day for its beginning in UTC. */
final class InstantOption {

    private InstantOption() {}

    static Instant read(String option, String written) {
        try {
            return FactsReader.instant(
                    DayWords.read(written).map(day -> day + "T00:00:00Z").orElse(written));
        } catch (FactsException malformed) {
            throw CommandFailure.badInput(
                    option + " : « " + written
                            + " » n'est ni un jour (« 1er juillet 2027 », 2027-07-01) ni un instant (2027-07-01T08:00:00Z).",
                    option + ": \"" + written
                            + "\" is neither a day (\"1 July 2027\", 2027-07-01) nor an instant (2027-07-01T08:00:00Z).");
        }
    }
}
