package org.liptako.node.exchange.repair;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where repairs run side by side: a few, so that one slow holder or disk does not keep all others waiting, and many copies do not keep the
 * disk from everything else. Whoever has waited longest comes next. Thread-safe.
 */
final class RepairPlaces implements AutoCloseable {
    static final int PLACES = 3;
    /** A repair that fetches for so long makes room for one that waits. */
    static final Duration TURN = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(RepairPlaces.class);
    private static final Duration TO_END = Duration.ofSeconds(15);

    private final InstantSource clock;
    private final Repair repair;
    private final Set<DatasetVersion> running = new HashSet<>();
    /** The order in which those that were tried ended; who was never tried is not in it. */
    private final Map<DatasetVersion, Long> ended = new HashMap<>();

    private final ExecutorService hands = Executors.newFixedThreadPool(
            PLACES, Thread.ofPlatform().name("repair-", 0).daemon().factory());
    private long ends;
    private boolean othersWait;
    private boolean closed;

    /** One repair; what it throws but an interruption is its own affair. */
    @FunctionalInterface
    interface Repair {
        /**
         * Mends one copy.
         *
         * @param makesRoom whether it is to leave its place to another, where nothing is lost by it
         */
        void run(DatasetVersion version, BooleanSupplier makesRoom) throws InterruptedException;
    }

    RepairPlaces(InstantSource clock, Repair repair) {
        this.clock = clock;
        this.repair = repair;
    }

    /**
     * Begins with as many as there are places for; the others are to be offered again.
     *
     * @param due those that may be tried now, in the order in which they were found
     */
    synchronized void offer(Collection<DatasetVersion> due) {
        List<DatasetVersion> waiting = due.stream()
                .filter(version -> !running.contains(version))
                .sorted(Comparator.comparing(version -> ended.getOrDefault(version, 0L)))
                .toList();
        int free = closed ? 0 : Math.min(PLACES - running.size(), waiting.size());
        waiting.subList(0, free).forEach(this::begin);
        othersWait = waiting.size() > free;
    }

    /** Forgets the copies that are in order, or gone. */
    synchronized void keepOnly(Collection<DatasetVersion> versions) {
        ended.keySet().retainAll(versions);
    }

    private void begin(DatasetVersion version) {
        Instant end = clock.instant().plus(TURN);
        running.add(version);
        hands.execute(() -> {
            try {
                repair.run(version, () -> othersWait() && !clock.instant().isBefore(end));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                end(version);
            }
        });
    }

    private synchronized boolean othersWait() {
        return othersWait;
    }

    private synchronized void end(DatasetVersion version) {
        running.remove(version);
        ended.put(version, ++ends);
    }

    /** Ends what runs, as a kill would, and returns once it has, or does not within some seconds. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        hands.shutdownNow();
        try {
            if (!hands.awaitTermination(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "A repair does not end within {}; it goes on from what is durable when this node is back.",
                        TO_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
