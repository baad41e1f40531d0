package org.liptako.node.placement.duty;

import java.time.Instant;
import java.util.stream.Stream;

/** How a duty stands. */
public enum DutyStatus {
    /** Its time is over: a finding. */
    OVERDUE(0),
    /** To be discharged. */
    OPEN(0),
    /** To be observed, as long as the copy lies there. */
    STANDING(2),
    /** Kept by the node. */
    KEPT(3),
    /** Discharged. */
    DISCHARGED(4);

    private final int place;

    DutyStatus(int place) {
        this.place = place;
    }

    /**
     * Its place in the order in which duties are listed; the register's queries know it by this number. What is open becomes overdue by the clock alone, and
     * both stand in one place, by their days: so the list stays in order while time passes.
     */
    int place() {
        return place;
    }

    static DutyStatus of(int place, Instant day, Instant now) {
        if (place == OVERDUE.place) {
            return day.isAfter(now) ? OPEN : OVERDUE;
        }
        return Stream.of(values())
                .filter(status -> status.place == place)
                .findFirst()
                .orElseThrow();
    }
}
