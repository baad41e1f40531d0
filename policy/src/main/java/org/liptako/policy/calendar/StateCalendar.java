package org.liptako.policy.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Bilingual;

/** The days on which a State works: what its law says, and what has been announced. */
public final class StateCalendar {
    private static final Bilingual REST = new Bilingual("jour de repos hebdomadaire", "weekly day of rest");
    private static final Bilingual DAY_AFTER = new Bilingual("lendemain chômé (%s)", "day after (%s)");

    private final Jurisdiction state;
    private final HolidayLaw law;
    private final Announcements announcements;

    private StateCalendar(Jurisdiction state, HolidayLaw law, Announcements announcements) {
        this.state = state;
        this.law = law;
        this.announcements = announcements;
    }

    /** The calendar of a member State. */
    public static StateCalendar of(Jurisdiction state, Announcements announcements) {
        return new StateCalendar(
                requireNonNull(state, "state is null"),
                HolidayLaws.of(state),
                requireNonNull(announcements, "announcements is null"));
    }

    public Jurisdiction state() {
        return state;
    }

    /** The law that the fixed holidays were taken from. */
    public Bilingual source() {
        return law.source();
    }

    /** The feasts that the State announces each year. */
    public Bilingual announcedFeasts() {
        return law.announced();
    }

    /** Whether the movable feasts of a year have been entered. */
    public boolean knows(int year) {
        return announcements.know(year);
    }

    /** Why a day is not worked; empty for a working day. */
    public Optional<Bilingual> rest(LocalDate day) {
        if (announcements.workdays().contains(day)) {
            return Optional.empty();
        }
        return holiday(day)
                .or(() -> dayAfterSunday(day))
                .or(() -> law.weekend().contains(day.getDayOfWeek()) ? Optional.of(REST) : Optional.empty());
    }

    /** The day itself if it is worked, else the next one that is. */
    public LocalDate workday(LocalDate from) {
        LocalDate day = from;
        while (rest(day).isPresent()) {
            day = day.plusDays(1);
        }
        return day;
    }

    private Optional<Bilingual> holiday(LocalDate day) {
        return Stream.concat(law.of(day.getYear()).stream(), announcements.holidays().stream())
                .filter(holiday -> holiday.day().equals(day))
                .map(Holiday::name)
                .findFirst();
    }

    private Optional<Bilingual> dayAfterSunday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY && law.movesFrom(day.minusDays(1))
                ? holiday(day.minusDays(1)).map(DAY_AFTER::with)
                : Optional.empty();
    }
}
