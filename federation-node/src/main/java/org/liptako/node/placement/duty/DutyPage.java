package org.liptako.node.placement.duty;

import java.time.Instant;

/**
 * Which part of a list of duties is wanted.
 *
 * @param after only what comes after this in the order of the list
 */
public record DutyPage(Place after, int most) {

    /** A place in the list: status, then due day, then identifier. */
    record Place(int rank, Instant due, String id) {
        private static final Place START = new Place(-1, Instant.EPOCH, "");
        /** Duties without a day come after those with one. */
        static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

        static Place of(Duty duty) {
            return new Place(
                    duty.status().rank(), duty.due().orElse(NEVER), duty.id().value());
        }
    }

    /** From the start. */
    public static DutyPage first(int most) {
        return new DutyPage(Place.START, most);
    }
}
