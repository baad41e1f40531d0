package org.liptako.node.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SilenceClockTest {
    private final AtomicInteger looks = new AtomicInteger();
    private long seconds = -7;
    private final SilenceClock clock =
            new SilenceClock(() -> TimeUnit.SECONDS.toNanos(seconds), looks::incrementAndGet);

    @Test
    void givesUpASourceThatSaysNothingForAMinute() {
        seconds += 59;
        assertThat(clock.goesOn()).isTrue();
        clock.heard(1);
        seconds += 59;
        assertThat(clock.goesOn()).isTrue();
        seconds++;
        assertThat(clock.goesOn()).isFalse();
    }

    @Test
    void isNotHeldUpByOneThatRepeatsItself() {
        seconds += 59;
        clock.heard(0);
        seconds++;
        assertThat(clock.goesOn()).isFalse();
    }

    @Test
    void givesUpASourceThatSaysNextToNothing() {
        assertThat(secondsUntilGivenUp(1)).isEqualTo(300);
    }

    @Test
    void listensToOneThatIsSlow() {
        assertThat(secondsUntilGivenUp(4_096)).isEqualTo(3_600);
    }

    @Test
    void looksOnceASecondAtMost() {
        clock.goesOn();
        seconds++;
        clock.goesOn();
        clock.goesOn();
        assertThat(looks).hasValue(1);
    }

    /** Of a source that says so many bytes every half minute, and is listened to for an hour at most. */
    private int secondsUntilGivenUp(int bytes) {
        for (int passed = 30; passed < 3_600; passed += 30) {
            seconds += 30;
            clock.heard(bytes);
            if (!clock.goesOn()) {
                return passed;
            }
        }
        return 3_600;
    }
}
