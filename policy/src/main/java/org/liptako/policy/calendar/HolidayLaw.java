package org.liptako.policy.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * What a State's law says of its public holidays.
 *
 * @param source the law
 * @param weekend the days of rest of every week
 * @param sundayMoves whether a holiday on a Sunday makes the next day a holiday too
 * @param announced the feasts whose day the State announces each year, in words
 */
record HolidayLaw(
        Bilingual source,
        Set<DayOfWeek> weekend,
        boolean sundayMoves,
        List<Fixed> fixed,
        List<AfterEaster> easter,
        Bilingual announced) {

    /** A holiday on the same day of every year. */
    record Fixed(MonthDay day, Bilingual name) {}

    /** A holiday so many days after Easter Sunday. */
    record AfterEaster(int days, Bilingual name) {}

    HolidayLaw {
        requireNonNull(source, "source is null");
        requireNonNull(announced, "announced is null");
        weekend = Set.copyOf(weekend);
        fixed = List.copyOf(fixed);
        easter = List.copyOf(easter);
    }

    /** The holidays of a year that the law itself dates. */
    List<Holiday> of(int year) {
        return Stream.concat(
                        fixed.stream().map(holiday -> new Holiday(holiday.day().atYear(year), holiday.name())),
                        easter.stream()
                                .map(holiday ->
                                        new Holiday(easterSunday(year).plusDays(holiday.days()), holiday.name())))
                .toList();
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
