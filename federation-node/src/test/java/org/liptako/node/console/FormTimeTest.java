package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

class FormTimeTest {
    private static final ZoneId BAMAKO = ZoneId.of("Africa/Bamako");
    private static final ZoneId NIAMEY = ZoneId.of("Africa/Niamey");

    @ParameterizedTest
    @CsvSource({
        "2026-03-03, 2026-03-03T00:00:00Z",
        "2026-03-03T10:15, 2026-03-03T10:15:00Z",
        "2026-03-03T10:15:30, 2026-03-03T10:15:30Z",
        "2026-03-03T10:15:30.5, 2026-03-03T10:15:30.500Z",
        "2026-03-03T11:15:30+01:00, 2026-03-03T10:15:30Z",
    })
    void whatABrowserSendsIsAnInstantByTheClockOfThePlace(String text, Instant instant) {
        assertThat(FormTime.instant("held", text, BAMAKO)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03, 2026-03-02T23:00:00Z",
        "2026-03-03T10:15, 2026-03-03T09:15:00Z",
        "2026-03-03T10:15:00Z, 2026-03-03T10:15:00Z",
    })
    void whereTheClockIsAheadItIsEarlierAndWhatSaysItsZoneIsNot(String text, Instant instant) {
        assertThat(FormTime.instant("held", text, NIAMEY)).contains(instant);
    }

    @Test
    void anEmptyFieldSaysNothing() {
        assertThat(FormTime.instant("held", "", BAMAKO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 mars", "2026-02-30", "2026-03-03T25:00", "9999-01-01", "<script>", "2026-03-03T10:15\0"})
    void whatIsNoInstantIsRefusedWithOneThatWouldBe(String text) {
        assertThatThrownBy(() -> FormTime.instant("held", text, BAMAKO))
                .isInstanceOfSatisfying(Failure.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                    assertThat(refused.sentence().en()).contains("held", "2026-03-01T06:00:00Z");
                });
    }

    @Test
    void aFieldIsFilledWithWhatItSays() {
        Instant instant = Instant.parse("2026-03-03T10:15:30Z");

        assertThat(FormTime.field(instant, NIAMEY)).isEqualTo("2026-03-03T11:15:30");
        assertThat(FormTime.instant("held", FormTime.field(instant, NIAMEY), NIAMEY))
                .contains(instant);
    }
}
