package org.liptako.node.exchange.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.liptako.node.exchange.manifest.DatasetVersion;

/** Who fills a version's staging folder: one at a time. The wire takes a turn that is free; whoever comes beside it waits, and the wire gives way. Thread-safe. */
public final class VersionTurns {
    private final Set<DatasetVersion> taken = new HashSet<>();
    /** Each as often as someone waits for it. */
    private final List<DatasetVersion> waiting = new ArrayList<>();

    /** Takes the turn if it is free and nobody waits for it. */
    synchronized boolean tryTake(DatasetVersion version) {
        return !waiting.contains(version) && taken.add(version);
    }

    /** Takes the turn as soon as it is free; false if it was not within this time. */
    public synchronized boolean take(DatasetVersion version, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        waiting.add(version);
        try {
            while (!taken.add(version)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } finally {
            waiting.remove(version);
        }
    }

    /** Whether someone waits for the turn. */
    synchronized boolean isAwaited(DatasetVersion version) {
        return waiting.contains(version);
    }

    /** Gives the turn back. */
    public synchronized void release(DatasetVersion version) {
        taken.remove(version);
        notifyAll();
    }
}
