package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liptako.node.config.limit.ByteRate;
import org.liptako.node.config.limit.DailyWindows;
import org.liptako.node.config.limit.LimitConfig;
import org.liptako.node.exchange.pace.LinkSpeed;
import org.liptako.node.exchange.pace.LinkSpeedStore;
import org.liptako.node.exchange.pace.LinkWatch;
import org.liptako.node.exchange.pace.LinkWords;
import org.liptako.node.exchange.pace.PaceForecast;
import org.liptako.node.exchange.pace.PaceLimitStore;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.exchange.queue.Pauses;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.pki.name.State;

/** What operators have said, and what links have brought, is there again after a restart. */
class OperatorsWordIT {
    private static final ZoneId NIAMEY = ZoneId.of("Africa/Niamey");
    private static final GrantSerial GRANT = new GrantSerial("ML-%032x".formatted(1));

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final HandSetClock clock = new HandSetClock(NOON);

    @Test
    void aPauseOutlivesTheNodeAndTheWidestIsTold() {
        try (TrialRecord record = new TrialRecord(State.BF)) {
            Pauses before = new Pauses(record.own().jdbi(), clock);
            before.add(new PauseScope.OneTransfer(GRANT), "A");
            before.add(new PauseScope.FromState(State.ML), "B");

            Pauses after = new Pauses(record.own().jdbi(), clock);
            after.refresh();

            assertThat(after.of(GRANT, State.ML)).hasValueSatisfying(pause -> {
                assertThat(pause.by()).isEqualTo("B");
                assertThat(pause.at()).isEqualTo(NOON);
            });
            assertThat(after.remove(new PauseScope.FromState(State.ML))).isTrue();
            assertThat(after.of(GRANT, State.ML))
                    .hasValueSatisfying(pause -> assertThat(pause.by()).isEqualTo("A"));
            assertThat(after.of(new GrantSerial("ML-%032x".formatted(2)), State.ML))
                    .isEmpty();
        }
    }

    @Test
    void aLimitThatWasSetStandsInTheConfigurationsPlaceUntilItIsForgotten() {
        try (TrialRecord record = new TrialRecord(State.BF)) {
            LimitConfig configured = limit("80 Mbit/s", "");
            limits(record, configured).set(limit("20 Mbit/s", "20:00-06:00"), "operator BF-OUA-1");

            PaceLimits after = limits(record, configured);
            after.refresh();

            assertThat(after.of(Optional.empty())).isEqualTo(limit("20 Mbit/s", "20:00-06:00"));
            assertThat(after.all())
                    .singleElement()
                    .satisfies(limit -> assertThat(limit.setBy()).contains("operator BF-OUA-1"));
            // 13:00 at Niamey.
            assertThat(after.closed(State.ML))
                    .hasValueSatisfying(
                            closure -> assertThat(closure.until()).contains(Instant.parse("2026-11-22T19:00:00Z")));

            after.forget(Optional.empty());

            assertThat(after.of(Optional.empty())).isEqualTo(configured);
            assertThat(after.closed(State.ML)).isEmpty();
        }
    }

    @Test
    void whatIsExpectedFollowsTheHoursAndTheirRates() {
        try (TrialRecord record = new TrialRecord(State.BF)) {
            PaceLimits limits = limits(record, limit("", "20:00-06:00, 12:00-14:00 8 Mbit/s"));
            PaceForecast forecast = new PaceForecast(limits);
            Instant noon = Instant.parse("2026-11-22T11:00:00Z");

            // An hour at 1 MB/s, six hours of nothing, then 10 MB/s.
            assertThat(forecast.after(State.ML, noon.plusSeconds(3_600), 3_600e6 + 36_000e6, 10e6))
                    .contains(Instant.parse("2026-11-22T20:00:00Z"));
            assertThat(forecast.after(State.ML, noon, 1e6, 10e6)).contains(noon.plusSeconds(1));
            assertThat(forecast.after(State.ML, noon, 0, 10e6)).contains(noon);
            assertThat(forecast.after(State.ML, noon, 1e18, 10e6)).isEmpty();
            // Ten hours at 10 MB/s and two at 1 MB/s each day: beyond what is walked, the average.
            double aDay = 36_000 * 10e6 + 7_200 * 1e6;
            assertThat(forecast.after(State.ML, noon, 100 * aDay, 10e6).orElseThrow())
                    .isBetween(noon.plusSeconds(98 * 86_400L), noon.plusSeconds(102 * 86_400L));
        }
    }

    @Test
    void aLinkThatIsSlowerThanItWasRaisesAnAlarmThatStaysUntilItRecoversOrIsAccepted() {
        try (TrialRecord record = new TrialRecord(State.BF)) {
            LinkWatch watch = links(record);
            measured(watch, 20, 10_000_000);
            assertThat(watch.speed(State.ML).usual()).isEqualTo(10_000_000);
            assertThat(watch.speed(State.ML).slowSince()).isEmpty();

            measured(watch, 2, 2_000_000);
            assertThat(watch.speed(State.ML).slowSince()).isEmpty();
            measured(watch, 60, 2_000_000);

            LinkSpeed slow = links(record).speed(State.ML);
            assertThat(slow.slowSince()).isPresent();
            assertThat(slow.lately()).isEqualTo(2_000_000);
            assertThat(slow.usual()).isEqualTo(10_000_000);
            assertThat(LinkWords.slow(slow).en())
                    .contains("brings 16 Mbit/s where it brought 80", "liptako replica links --accept ML");

            measured(links(record), 5, 8_000_000);
            assertThat(links(record).speed(State.ML).slowSince()).isEmpty();
        }
    }

    @Test
    void anAcceptedSpeedIsTheUsualOneFromThenOn() {
        try (TrialRecord record = new TrialRecord(State.BF)) {
            LinkWatch watch = links(record);
            measured(watch, 20, 10_000_000);
            measured(watch, 10, 2_000_000);
            assertThat(watch.speed(State.ML).slowSince()).isPresent();

            watch.accept(State.ML);
            measured(watch, 20, 2_000_000);

            assertThat(watch.speed(State.ML).slowSince()).isEmpty();
            assertThat(watch.speed(State.ML).usual()).isEqualTo(2_000_000);
        }
    }

    private void measured(LinkWatch watch, int minutes, long speed) {
        for (int minute = 0; minute < minutes; minute++) {
            clock.advance(Duration.ofMinutes(1));
            watch.measured(State.ML, speed);
        }
    }

    private LinkWatch links(TrialRecord record) {
        return new LinkWatch(new LinkSpeedStore(record.own().jdbi()), clock);
    }

    private PaceLimits limits(TrialRecord record, LimitConfig configured) {
        return new PaceLimits(
                List.of(configured), NIAMEY, new PaceLimitStore(record.own().jdbi()), clock);
    }

    private static LimitConfig limit(String receive, String windows) {
        return new LimitConfig(
                Optional.empty(),
                receive.isEmpty() ? Optional.empty() : Optional.of(ByteRate.of(receive)),
                Optional.empty(),
                DailyWindows.of(windows, NIAMEY));
    }
}
