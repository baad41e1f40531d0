package org.liptako.policy.calendar;

/** How the days of a deadline are counted. */
public enum Counting {
    /** {@code jours}: the day of the act does not count, the last one does; as a node counts the days of an obligation. */
    CALENDAR,
    /**
     * {@code jours francs}: neither the day of the act nor the day of the term counts, so that one may still act on the day after; where that is a day
     * of rest, on the next working day.
     */
    CLEAR
}
