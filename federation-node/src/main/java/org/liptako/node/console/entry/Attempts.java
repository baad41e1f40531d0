package org.liptako.node.console.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often an address may do a thing within a minute; then it is not listened to until the minute is over.
 *
 * <p>Each process counts for itself. Thread-safe.
 */
public final class Attempts {
    /** Count of a way in: secrets of 256 bits cannot be guessed; this keeps the guessing itself cheap for the node. */
    static final int MOST_REFUSALS = 10;

    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;

    private final InstantSource clock;
    private final int most;
    private final Map<String, Count> byAddress = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Count(Instant since, int count) {}

    /** @param most how often */
    public Attempts(InstantSource clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Whether an address is listened to. */
    public synchronized boolean mayTry(String address) {
        Count before = byAddress.get(address);
        return before == null || isPast(before) || before.count() < most;
    }

    /** Counts one. */
    public synchronized void count(String address) {
        Count before = byAddress.get(address);
        byAddress.put(
                address,
                before == null || isPast(before)
                        ? new Count(clock.instant(), 1)
                        : new Count(before.since(), before.count() + 1));
    }

    private boolean isPast(Count before) {
        return !clock.instant().isBefore(before.since().plus(WINDOW));
    }
}
