package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.limit.ByteRate;
import org.liptako.node.config.limit.DailyWindow;
import org.liptako.node.config.limit.DailyWindows;
import org.liptako.node.config.limit.LimitConfig;
import org.liptako.node.exchange.transfer.TransferReport;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.placement.AcceptedGrant;

/** Limits on what really goes from Bamako to Ouagadougou. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LimitsIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int CHUNKS = 14;
    private static final long CHUNK = 1 << 20;
    private static final ByteRate RATE = new ByteRate(4 * CHUNK);
    private static final ByteRate SLOW = new ByteRate(CHUNK);
    /** What was saved up before it began comes at once. */
    private static final double LEAST_SECONDS = 2.7;

    @TempDir
    Path directory;

    @Test
    void aLimitOnReceivingIsKept() throws IOException {
        try (TrialSource mali = source();
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            burkina.limits().set(limit(Optional.of(RATE), Optional.empty(), always()), "operator BF-OUA-1");

            assertThat(secondsTaken(mali, burkina)).isGreaterThan(LEAST_SECONDS);
        }
    }

    @Test
    void aLimitOnServingIsKept() throws IOException {
        try (TrialSource mali = source();
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            mali.limits().set(limit(Optional.empty(), Optional.of(RATE), always()), "operator ML-BKO-1");

            assertThat(secondsTaken(mali, burkina)).isGreaterThan(LEAST_SECONDS);
        }
    }

    @Test
    void outsideOfItsHoursNothingComesAndWhatComesEndsWhenTheyDo() throws IOException {
        try (TrialSource mali = source();
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            burkina.limits().set(limit(Optional.of(SLOW), Optional.empty(), always()), "operator BF-OUA-1");
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            mali.hear(grant);
            burkina.accept(grant);
            await().atMost(LONG).until(() -> burkina.transfer(grant).attempts() == 1);

            burkina.limits().set(limit(Optional.empty(), Optional.empty(), closedNow()), "operator BF-OUA-1");
            burkina.queue().limitsChanged();
            await().atMost(LONG).until(() -> burkina.transfer(grant).state() == TransferState.WAITING);
            TransferReport closed = burkina.queue().get(grant.serial());

            assertThat(closed.transfer().waitsFor()).isEqualTo(TransferWait.WINDOW);
            assertThat(closed.transfer().reason().en()).contains("Outside of the hours allowed", "they open: 20");

            burkina.limits().forget(Optional.empty());
            burkina.queue().limitsChanged();
            await().atMost(LONG).until(() -> burkina.transfer(grant).state() == TransferState.SEALED);
            assertThat(burkina.transfer(grant).attempts()).isEqualTo(2);
        }
    }

    /** From the order to the seal. How fast it may be at most proves that the limit is kept; how slow it is says more of the machine. */
    private static double secondsTaken(TrialSource mali, TrialReceiver burkina) {
        AcceptedGrant grant = TrialGrants.plain(mali.version());
        mali.hear(grant);
        long begun = System.nanoTime();
        burkina.accept(grant);
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> burkina.transfer(grant).state() == TransferState.SEALED);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static LimitConfig limit(Optional<ByteRate> receive, Optional<ByteRate> serve, DailyWindows windows) {
        return new LimitConfig(Optional.empty(), receive, serve, windows);
    }

    private static DailyWindows always() {
        return DailyWindows.of("", ZoneOffset.UTC);
    }

    /** One hour, half a day from now. */
    private static DailyWindows closedNow() {
        LocalTime later =
                LocalTime.now(ZoneOffset.UTC).plusHours(12).withSecond(0).withNano(0);
        return new DailyWindows(List.of(new DailyWindow(later, later.plusHours(1), Optional.empty())), ZoneOffset.UTC);
    }

    private TrialSource source() throws IOException {
        return TrialSource.ofChunks(CHUNKS, directory.resolve("ml"));
    }
}
