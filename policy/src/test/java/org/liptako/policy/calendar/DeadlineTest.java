package org.liptako.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Bilingual;

class DeadlineTest {
    private static final Bilingual TABASKI = new Bilingual("Tabaski", "Tabaski");

    @Test
    void countsNeitherTheFirstNorTheLastDayOfClearDays() {
        // 8 March 2027 is a Monday; ten clear days end after the 18th, on the 19th.
        assertThat(clear("2027-03-08", 10, Jurisdiction.ML)).isEqualTo("2027-03-19");
    }

    @Test
    void countsTheLastDayOfCalendarDaysEvenOnARestDay() {
        Deadline deadline =
                Deadline.count(day("2027-03-10"), 3, Counting.CALENDAR, calendar(Jurisdiction.ML, Announcements.NONE));

        assertThat(deadline.last())
                .isEqualTo("2027-03-13")
                .satisfies(last -> assertThat(last.getDayOfWeek()).hasToString("SATURDAY"));
        assertThat(deadline.doubts()).isEmpty();
    }

    @Test
    void movesClearDaysPastAWeekendAndAHoliday() {
        // The day after the term is Friday 26 March 2027, a holiday in Mali; then a weekend; then Easter Monday.
        assertThat(clear("2027-03-15", 10, Jurisdiction.ML)).isEqualTo("2027-03-30");
        assertThat(clear("2027-03-15", 10, Jurisdiction.NE)).isEqualTo("2027-03-26");
    }

    @Test
    void restsOnTheMondayAfterASundayHolidayAsLongAsTheLawSaysSo() {
        // 11 and 25 December 2022 and 15 August 2027 are Sundays; Burkina Faso's Act of 9 January 2026 gives no Monday
        // instead.
        assertThat(rest(Jurisdiction.BF, "2022-12-12"))
                .contains(new Bilingual("lendemain chômé (fête nationale)", "day after (National Day)"));
        assertThat(rest(Jurisdiction.BF, "2027-08-16")).isEmpty();
        assertThat(rest(Jurisdiction.ML, "2022-12-26")).isEmpty();
    }

    @Test
    void judgesEachDayByTheListOfItsTime() {
        assertThat(rest(Jurisdiction.BF, "2025-10-31")).isPresent();
        assertThat(rest(Jurisdiction.BF, "2028-10-31")).isEmpty();
        assertThat(rest(Jurisdiction.BF, "2025-04-21")).isPresent();
        assertThat(rest(Jurisdiction.BF, "2027-03-29")).isEmpty();
        assertThat(rest(Jurisdiction.BF, "2023-05-15")).isEmpty();
        assertThat(rest(Jurisdiction.BF, "2026-05-15")).isPresent();
        assertThat(rest(Jurisdiction.NE, "2023-07-26")).isEmpty();
        assertThat(rest(Jurisdiction.NE, "2027-07-26")).isPresent();
        assertThat(rest(Jurisdiction.ML, "2022-01-14")).isEmpty();
        assertThat(rest(Jurisdiction.ML, "2027-01-14")).isPresent();
    }

    @Test
    void saysThatAnAnnouncedFeastMayStillMoveTheTerm() {
        Deadline deadline =
                Deadline.count(day("2027-03-08"), 10, Counting.CLEAR, calendar(Jurisdiction.ML, Announcements.NONE));

        assertThat(deadline.doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.fr()).contains("2027", "Tabaski", "vendredi 19 mars 2027"));
    }

    @Test
    void heedsWhatTheStateHasAnnounced() {
        Announcements announced =
                new Announcements(List.of(new Holiday(day("2027-03-19"), TABASKI)), Set.of(day("2027-03-20")));
        Deadline deadline = Deadline.count(day("2027-03-08"), 10, Counting.CLEAR, calendar(Jurisdiction.ML, announced));

        assertThat(deadline.last()).isEqualTo("2027-03-20");
        assertThat(deadline.doubts()).isEmpty();
        assertThat(deadline.steps().getLast().fr()).isEqualTo("vendredi 19 mars 2027 n'est pas ouvrable : Tabaski.");
    }

    @Test
    void findsEasterByTheComputus() {
        assertThat(List.of(2024, 2025, 2026, 2027, 2038, 2049))
                .extracting(HolidayLaw::easterSunday)
                .containsExactly(
                        day("2024-03-31"),
                        day("2025-04-20"),
                        day("2026-04-05"),
                        day("2027-03-28"),
                        day("2038-04-25"),
                        day("2049-04-18"));
    }

    private static String clear(String act, int days, Jurisdiction state) {
        return Deadline.count(day(act), days, Counting.CLEAR, calendar(state, Announcements.NONE))
                .last()
                .toString();
    }

    private static Optional<Bilingual> rest(Jurisdiction state, String day) {
        return calendar(state, Announcements.NONE).rest(day(day));
    }

    private static StateCalendar calendar(Jurisdiction state, Announcements announcements) {
        return StateCalendar.of(state, announcements);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
