package org.liptako.node.exchange.transfer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.liptako.node.exchange.manifest.DatasetVersion;

/** Who fills a version's staging folder: one at a time. The wire takes a turn that is free; whoever comes beside it waits, and the wire gives way. Thread-safe. */
final class VersionTurns {
    private final Set<DatasetVersion> taken = new HashSet<>();
    private final Map<DatasetVersion, Integer> waiting = new HashMap<>();

    /** Takes the turn if it is free and nobody waits for it. */
    synchronized boolean tryTake(DatasetVersion version) {
        return !waiting.containsKey(version) && taken.add(version);
    }

    /** Takes the turn as soon as it is free. */
    synchronized void take(DatasetVersion version) throws InterruptedException {
        waiting.merge(version, 1, Integer::sum);
        try {
            while (!taken.add(version)) {
                wait();
            }
        } finally {
            waiting.computeIfPresent(version, (key, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Whether someone waits for the turn. */
    synchronized boolean isAwaited(DatasetVersion version) {
        return waiting.containsKey(version);
    }

    synchronized void release(DatasetVersion version) {
        taken.remove(version);
        notifyAll();
    }
}
