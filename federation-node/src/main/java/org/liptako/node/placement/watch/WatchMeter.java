package org.liptako.node.placement.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the watch does, for whoever watches it. */
final class WatchMeter {
    /** A copy that was never judged waits since ever; that is no delay. */
    private static final Duration NEVER = Duration.ofDays(365);

    private final AtomicLong due = new AtomicLong();
    private final Counter judged;
    private final Counter changed;
    private final Counter withdrawn;
    private final Timer lag;

    WatchMeter(MeterRegistry meters) {
        Gauge.builder("liptako.watch.due", due, AtomicLong::get)
                .description("Copies that wait to be judged again, counted up to ten thousand")
                .register(meters);
        judged = Counter.builder("liptako.watch.judged")
                .description("Copies and grants judged again")
                .register(meters);
        changed = Counter.builder("liptako.watch.changed")
                .description("Copies of which something else was found than before")
                .register(meters);
        withdrawn = Counter.builder("liptako.watch.withdrawn")
                .description("Grants withdrawn since they had lost their ground")
                .register(meters);
        lag = Timer.builder("liptako.watch.lag")
                .description("From what made it due to the judging")
                .register(meters);
    }

    void due(int copies) {
        due.set(copies);
    }

    void judged(Duration late) {
        judged.increment();
        if (late.compareTo(NEVER) < 0) {
            lag.record(late);
        }
    }

    void changed() {
        changed.increment();
    }

    void withdrawn() {
        withdrawn.increment();
    }
}
