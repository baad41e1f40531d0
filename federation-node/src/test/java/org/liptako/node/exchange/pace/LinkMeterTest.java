package org.liptako.node.exchange.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.State;

class LinkMeterTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final List<Long> measured = new ArrayList<>();
    private boolean limited;
    private final LinkMeter meter = new LinkMeter((peer, speed) -> measured.add(speed), peer -> limited);
    private long now;

    @Test
    void measuresWholeMinutesOfABigTransfer() {
        seconds(121, 1_000, true);

        assertThat(measured).containsExactly(1_000L, 1_000L);
    }

    @Test
    void countsAllThatComesBesideTheBigOne() {
        for (int second = 0; second <= 60; second++) {
            meter.came(State.ML, 700, true, now);
            meter.came(State.ML, 300, false, now);
            now += SECOND;
        }

        assertThat(measured).hasSize(1);
        assertThat(measured.getFirst()).isBetween(990L, 1_010L);
    }

    @Test
    void smallTransfersAloneSayNothingOfALink() {
        seconds(300, 1_000, false);

        assertThat(measured).isEmpty();
    }

    @Test
    void aGapBeginsTheMinuteAnew() {
        seconds(50, 1_000, true);
        now += 10 * SECOND;
        seconds(50, 1_000, true);

        assertThat(measured).isEmpty();
    }

    @Test
    void aMinuteInWhichALimitHeldSaysNothing() {
        seconds(50, 1_000, true);
        limited = true;
        seconds(1, 10, true);
        limited = false;
        seconds(50, 1_000, true);

        assertThat(measured).isEmpty();
    }

    private void seconds(int count, long bytes, boolean big) {
        for (int second = 0; second < count; second++) {
            meter.came(State.ML, bytes, big, now);
            now += SECOND;
        }
    }
}
