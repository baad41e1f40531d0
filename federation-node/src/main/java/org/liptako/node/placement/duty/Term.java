package org.liptako.node.placement.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.liptako.policy.rules.Jurisdiction;

/** The time within which a duty is to be discharged. */
sealed interface Term {
    /** The first instant at which it is overdue, for an act under this State's law. */
    Instant end(Instant act, Jurisdiction law);

    /**
     * Whole days or months. The day of the act does not count, the last day does, worked or not ({@code Counting.CALENDAR}): both are days where the rule is
     * law.
     */
    record Days(Period period) implements Term {
        @Override
        public Instant end(Instant act, Jurisdiction law) {
            return law.startOf(
                    act.atOffset(law.offset()).toLocalDate().plus(period).plusDays(1));
        }
    }

    /** A law that says hours means hours, not the end of a day. */
    record Hours(Duration duration) implements Term {
        @Override
        public Instant end(Instant act, Jurisdiction law) {
            return act.plus(duration);
        }
    }
}
