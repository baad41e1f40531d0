package org.liptako.node.console.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often an address may be refused within a minute; then nothing it shows is looked at until the minute is over.
 *
 * <p>Secrets of 256 bits cannot be guessed; this keeps the guessing itself cheap for the node. Each process counts for itself. Thread-safe.
 */
final class Attempts {
    static final int MOST = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;

    private final InstantSource clock;
    private final Map<String, Refusals> byAddress = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refusals> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Refusals(Instant since, int count) {}

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether what an address shows is looked at. */
    synchronized boolean mayTry(String address) {
        Refusals refusals = byAddress.get(address);
        return refusals == null || isPast(refusals) || refusals.count() < MOST;
    }

    /** That an address was refused. */
    synchronized void refused(String address) {
        Refusals before = byAddress.get(address);
        byAddress.put(
                address,
                before == null || isPast(before)
                        ? new Refusals(clock.instant(), 1)
                        : new Refusals(before.since(), before.count() + 1));
    }

    private boolean isPast(Refusals refusals) {
        return !clock.instant().isBefore(refusals.since().plus(WINDOW));
    }
}
