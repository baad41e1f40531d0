package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instants are told to the minute by the clock of the place, which a page names once. */
class WordsOfTimeTest {
    private static final Instant EVENING = Instant.parse("2026-03-03T23:15:30Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Africa/Bamako | 3 mars 2026, 23:15 | Les heures sont celles de Bamako (UTC).",
                "fr | Africa/Niamey | 4 mars 2026, 00:15 | Les heures sont celles de Niamey (UTC+1).",
                "en | Africa/Niamey | 4 Mar 2026, 00:15 | Hours are those of Niamey (UTC+1).",
                "fr | America/Sao_Paulo | 3 mars 2026, 20:15 | Les heures sont celles de Sao Paulo (UTC−3).",
                "fr | Z | 3 mars 2026, 23:15 | Les heures sont en UTC.",
                "fr | Asia/Kolkata | 4 mars 2026, 04:45 | Les heures sont celles de Kolkata (UTC+5:30).",
            })
    void areThoseOfThePlace(String language, ZoneId zone, String told, String named) {
        Words words = Words.in(language).at(zone);

        assertThat(words.of(EVENING)).isEqualTo(told);
        assertThat(words.time(EVENING)).isEqualTo(named);
        assertThat(words.zone()).isEqualTo(zone);
    }
}
