package org.liptako.node.peer;

import java.time.Duration;

/** How long to wait before the next attempt: twice as long after each failure, up to a limit, and short again after a success. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Duration longest;
    private Duration next = FIRST;

    Backoff() {
        this(LONGEST);
    }

    Backoff(Duration longest) {
        this.longest = longest;
    }

    Duration next() {
        Duration pause = next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return pause;
    }

    void reset() {
        next = FIRST;
    }
}
