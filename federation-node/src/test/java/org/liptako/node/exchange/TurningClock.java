package org.liptako.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's time, at one look of which something happens: in the middle of whatever looks at it again and again. */
final class TurningClock extends Clock {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private Duration ahead = Duration.ZERO;
    private Runnable turn = () -> {};
    private int looks;
    private boolean turned;

    /** Lets something happen at the so manieth look from now; from then on two seconds go by between looks. */
    synchronized void atLook(int number, Runnable what) {
        looks = number;
        turn = what;
        turned = false;
    }

    synchronized void jump(Duration more) {
        ahead = ahead.plus(more);
    }

    /** Whether it has happened. */
    synchronized boolean hasTurned() {
        return turned;
    }

    @Override
    public synchronized Instant instant() {
        if (looks > 0 && --looks == 0) {
            turn.run();
            turned = true;
        }
        if (turned) {
            ahead = ahead.plus(BETWEEN_LOOKS);
        }
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
