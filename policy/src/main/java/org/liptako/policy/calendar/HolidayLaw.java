package org.liptako.policy.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * What a State's law says of its public holidays.
 *
 * @param source the law
 * @param weekend the days of rest of every week
 * @param mondayAfter when a holiday on a Sunday makes the next day a holiday too; never where it is empty
 * @param announced the feasts whose day the State announces each year, in words
 */
record HolidayLaw(
        Bilingual source,
        Set<DayOfWeek> weekend,
        Optional<Term> mondayAfter,
        List<Fixed> fixed,
        List<AfterEaster> easter,
        Bilingual announced) {

    /** From when until when a line is law, both days included. */
    record Term(LocalDate from, LocalDate until) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** A holiday on the same day of every year. */
    record Fixed(MonthDay day, Term term, Bilingual name) {}

    /** A holiday so many days after Easter Sunday. */
    record AfterEaster(int days, Term term, Bilingual name) {}

    HolidayLaw {
        requireNonNull(source, "source is null");
        requireNonNull(announced, "announced is null");
        weekend = Set.copyOf(weekend);
        fixed = List.copyOf(fixed);
        easter = List.copyOf(easter);
    }

    /** The holidays of a year that the law itself dates. */
    List<Holiday> of(int year) {
        List<Holiday> holidays = new ArrayList<>();
        for (Fixed holiday : fixed) {
            LocalDate day = holiday.day().atYear(year);
            if (holiday.term().holds(day)) {
                holidays.add(new Holiday(day, holiday.name()));
            }
        }
        for (AfterEaster holiday : easter) {
            LocalDate day = easterSunday(year).plusDays(holiday.days());
            if (holiday.term().holds(day)) {
                holidays.add(new Holiday(day, holiday.name()));
            }
        }
        return holidays;
    }

    /** Whether the day after is a holiday too where one falls on this Sunday. */
    boolean movesFrom(LocalDate sunday) {
        return mondayAfter.filter(term -> term.holds(sunday)).isPresent();
    }

    /** The Gregorian computus of Butcher's algorithm (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int sunAndMoon = century - (century + 8) / 25 + 1;
        int epact = (19 * golden + century - century / 4 - sunAndMoon / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int marchDay = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, marchDay / 31, marchDay % 31 + 1);
    }
}
