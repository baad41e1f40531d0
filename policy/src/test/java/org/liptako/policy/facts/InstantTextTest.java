package org.liptako.policy.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.policy.vocabulary.Vocabulary;

class InstantTextTest {

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T00:00:00Z, 2026-07-01T00:00:00Z",
        "2026-07-01T00:00:00.1Z, 2026-07-01T00:00:00.1Z",
        "2026-07-01T00:00:00.000000001Z, 2026-07-01T00:00:00.000000001Z",
        "2026-07-01T00:00:00+01:00, 2026-06-30T23:00:00Z",
        "2026-07-01T00:00:00-23:59, 2026-07-01T23:59:00Z",
        "2026-07-01T00:00:00-00:00, 2026-07-01T00:00:00Z",
        "2028-02-29T23:59:59Z, 2028-02-29T23:59:59Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "2199-12-31T23:59:59.999999999Z, 2199-12-31T23:59:59.999999999Z",
    })
    void readsTheOneForm(String text, Instant instant) {
        assertThat(InstantText.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-07-01",
                "2026-07-01T00:00:00",
                "2026-07-01T00:00Z",
                "2026-07-01t00:00:00Z",
                "2026-07-01T00:00:00z",
                "2026-07-01 00:00:00Z",
                "2026-07-01T24:00:00Z",
                "2026-07-01T23:60:00Z",
                "2026-06-30T23:59:60Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-07-01T00:00:00.Z",
                "2026-07-01T00:00:00,5Z",
                "2026-07-01T00:00:00.1234567890Z",
                "2026-07-01T00:00:00+0100",
                "2026-07-01T00:00:00+01",
                "2026-07-01T00:00:00+1:00",
                "2026-07-01T00:00:00+24:00",
                "2026-07-01T00:00:00+01:60",
                "2026-07-01T00:00:00+01:00:00",
                "2026-07-01T00:00:00ZZ",
                " 2026-07-01T00:00:00Z",
                "2026-07-01T00:00:00Z ",
                "+2026-07-01T00:00:00Z",
                "-026-07-01T00:00:00Z",
                "2026-07-01T00:00:00\u2212 01:00",
                "٢026-07-01T00:00:00Z"
            })
    void refusesEveryOther(String text) {
        assertThat(InstantText.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "1970-01-01T00:59:59+01:00",
                "2199-12-31T23:00:00-01:00",
                "0000-01-01T00:00:00Z"
            })
    void refusesAnInstantOutsideTheYearsOfTheRules(String text) {
        FactsReader reader = new FactsReader(Vocabulary.standard());
        FactsException refusal =
                catchThrowableOfType(FactsException.class, () -> reader.read("{\"at\": \"%s\"}".formatted(text)));

        assertThat(refusal.fact()).isEqualTo("at");
        assertThat(refusal.getMessage()).contains("1970 to 2199");
    }

    @Test
    void holdsANodesOwnInstantToTheSameYears() {
        FactsException refusal = catchThrowableOfType(
                FactsException.class,
                () -> Facts.builder(Vocabulary.standard()).at(Instant.MAX).build());

        assertThat(refusal.fact()).isEqualTo("at");
    }
}
