package org.liptako.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.policy.vocabulary.Bilingual;

class DayWordsTest {

    @ParameterizedTest
    @CsvSource({
        "3 mars 2027, 2027-03-03",
        "1er juillet 2027, 2027-07-01",
        "1 juillet 2027, 2027-07-01",
        "15 AOUT 2027, 2027-08-15",
        "15 août 2027, 2027-08-15",
        "1er Décembre 2026, 2026-12-01",
        "1 July 2027, 2027-07-01",
        "3/4/2027, 2027-04-03",
        "2027-07-01, 2027-07-01"
    })
    void readsADayAsItIsWritten(String written, LocalDate day) {
        assertThat(DayWords.read(written)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "juillet 2027",
                "31 avril 2027",
                "32 mars 2027",
                "3 marche 2027",
                "2027-13-01",
                "29/02/2027",
                "3 mars 27"
            })
    void takesNothingElseForADay(String written) {
        assertThat(DayWords.read(written)).isEmpty();
    }

    @Test
    void writesTheFirstOfAMonthAsFrenchDoes() {
        LocalDate first = LocalDate.of(2027, 7, 1);

        assertThat(DayWords.of(first)).isEqualTo(new Bilingual("1er juillet 2027", "1 July 2027"));
        assertThat(DayWords.withWeekday(first))
                .isEqualTo(new Bilingual("jeudi 1er juillet 2027", "Thursday 1 July 2027"));
    }

    @Test
    void readsBackWhatItWritesOnEveryDayOfALeapYear() {
        LocalDate.of(2028, 1, 1).datesUntil(LocalDate.of(2029, 1, 1)).forEach(day -> {
            assertThat(DayWords.read(DayWords.of(day).fr())).contains(day);
            assertThat(DayWords.read(DayWords.of(day).en())).contains(day);
        });
    }
}
