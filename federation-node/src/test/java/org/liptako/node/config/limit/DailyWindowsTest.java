package org.liptako.node.config.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DailyWindowsTest {
    private static final ZoneId NIAMEY = ZoneId.of("Africa/Niamey");
    /** No capital of the AES moves its clocks; a site elsewhere may. */
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aWindowThatCrossesMidnightIsOpenOnBothSidesOfItInTheSitesOwnTime() {
        DailyWindows night = DailyWindows.of("20:00-06:00", NIAMEY);

        // Niamey is an hour ahead of UTC.
        assertThat(night.isOpen(Instant.parse("2026-11-22T18:59:59Z"))).isFalse();
        assertThat(night.isOpen(Instant.parse("2026-11-22T19:00:00Z"))).isTrue();
        assertThat(night.isOpen(Instant.parse("2026-11-22T23:30:00Z"))).isTrue();
        assertThat(night.isOpen(Instant.parse("2026-11-23T04:59:59Z"))).isTrue();
        assertThat(night.isOpen(Instant.parse("2026-11-23T05:00:00Z"))).isFalse();
        assertThat(night.nextChange(Instant.parse("2026-11-23T05:00:00Z")))
                .contains(Instant.parse("2026-11-23T19:00:00Z"));
    }

    @Test
    void aWindowMayHaveARateAndTheFirstThatCoversAnInstantCounts() {
        DailyWindows day = DailyWindows.of("12:00-14:00 20 Mbit/s, 06:00-20:00 5 Mbit/s", NIAMEY);

        assertThat(day.rate(Instant.parse("2026-11-22T12:00:00Z"))).contains(new ByteRate(2_500_000));
        assertThat(day.rate(Instant.parse("2026-11-22T14:00:00Z"))).contains(new ByteRate(625_000));
        assertThat(day.rate(Instant.parse("2026-11-22T22:00:00Z"))).isEmpty();
        assertThat(day.nextChange(Instant.parse("2026-11-22T12:00:00Z")))
                .contains(Instant.parse("2026-11-22T13:00:00Z"));
    }

    @Test
    void withoutWindowsAllHoursAreOpen() {
        DailyWindows always = DailyWindows.of("", NIAMEY);

        assertThat(always.isOpen(Instant.EPOCH)).isTrue();
        assertThat(always.nextChange(Instant.EPOCH)).isEmpty();
    }

    @Test
    void theWholeDayNeverCloses() {
        assertThat(DailyWindows.of("00:00-24:00", NIAMEY).nextChange(Instant.EPOCH))
                .isEmpty();
    }

    /** Clocks leave out 02:00 to 03:00 on 29 March 2026, and have it twice on 25 October. */
    @ParameterizedTest
    @ValueSource(strings = {"02:30-06:00", "20:00-02:30", "02:15-02:45", "03:00-02:00", "01:00-03:00 5 Mbit/s"})
    void whatIsSaidOfTheNextChangeIsWhatEachMinuteShowsAlsoWhereClocksJump(String written) {
        DailyWindows windows = DailyWindows.of(written, PARIS);
        for (String day : new String[] {"2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z"}) {
            Instant from = Instant.parse(day);
            for (int change = 0; change < 6; change++) {
                Instant said = windows.nextChange(from).orElseThrow();
                assertThat(said).isEqualTo(byTheMinute(windows, from));
                from = said;
            }
        }
    }

    @Test
    void isWrittenAsItIsRead() {
        String written = "20:00-06:00, 06:00-20:00 5 Mbit/s, 12:00-14:00 512 kbit/s";

        assertThat(DailyWindows.of(written, NIAMEY)).hasToString(written);
        assertThat(DailyWindows.of(" 20:00 - 06:00 ,06:00-20:00 0,512 Mbit/s", NIAMEY))
                .hasToString("20:00-06:00, 06:00-20:00 512 kbit/s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20-06",
                "25:00-06:00",
                "20:00-06:00;",
                "20:00-06:00 fast",
                "20:00",
                ",",
                "20:00-06:00 1 Mbit/s 2"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> DailyWindows.of(text, NIAMEY)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "80 MB/s", "0 Mbit/s", "255 kbit/s", "1001 Gbit/s", "-1 Mbit/s", "99999999 Mbit/s"})
    void refusesWhatIsNoRate(String text) {
        assertThatThrownBy(() -> ByteRate.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant byTheMinute(DailyWindows windows, Instant from) {
        boolean open = windows.isOpen(from);
        Optional<ByteRate> rate = windows.rate(from);
        Instant at = from.truncatedTo(ChronoUnit.MINUTES);
        do {
            at = at.plus(1, ChronoUnit.MINUTES);
        } while (windows.isOpen(at) == open && windows.rate(at).equals(rate));
        return at;
    }
}
