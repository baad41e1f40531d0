package org.liptako.node.console.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.liptako.node.rulebook.HandSetClock;

class AttemptsTest {
    private static final int MOST = 10;
    private final HandSetClock clock = new HandSetClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final Attempts attempts = new Attempts(clock, MOST);

    @Test
    void listenNoMoreToAnAddressThatTriedTooOftenInAMinute() {
        tryOften("192.0.2.1", MOST - 1);
        assertThat(attempts.mayTry("192.0.2.1")).isTrue();

        attempts.count("192.0.2.1");

        assertThat(attempts.mayTry("192.0.2.1")).isFalse();
        assertThat(attempts.mayTry("192.0.2.2")).as("another address").isTrue();
    }

    @Test
    void listenAgainOnceTheMinuteIsOver() {
        tryOften("192.0.2.1", MOST);

        clock.advance(Attempts.WINDOW);

        assertThat(attempts.mayTry("192.0.2.1")).isTrue();
        attempts.count("192.0.2.1");
        assertThat(attempts.mayTry("192.0.2.1")).as("a new minute").isTrue();
    }

    private void tryOften(String address, int times) {
        for (int each = 0; each < times; each++) {
            attempts.count(address);
        }
    }
}
