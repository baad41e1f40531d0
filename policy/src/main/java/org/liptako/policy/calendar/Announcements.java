package org.liptako.policy.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a legal officer enters of one State's calendar, because the State announces it.
 *
 * @param holidays feasts of the Muslim calendar, and days off granted once
 * @param workdays days that the law calls holidays and the State works on all the same
 */
public record Announcements(List<Holiday> holidays, Set<LocalDate> workdays) {
    public static final Announcements NONE = new Announcements(List.of(), Set.of());

    public Announcements {
        holidays = List.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    /** Whether anything has been announced for a year; if not, its movable feasts are not known yet. */
    boolean know(int year) {
        return holidays.stream().anyMatch(holiday -> holiday.day().getYear() == year);
    }
}
