package org.liptako.node.placement.duty;

import java.time.Instant;

/**
 * Which part of a list of duties is wanted.
 *
 * @param after only what comes after this in the order of the list
 */
public record DutyPage(Place after, int most) {

    /** A place in the list: that of the status, then the day, then the identifier. */
    record Place(int place, Instant day, String id) {
        private static final Place START = new Place(-1, Instant.EPOCH, "");

        static Place of(Duty duty) {
            return new Place(
                    duty.status().place(),
                    duty.due().orElse(DutyReckoning.NEVER),
                    duty.id().value());
        }
    }

    /** From the start. */
    public static DutyPage first(int most) {
        return new DutyPage(Place.START, most);
    }
}
