package org.liptako.node.exchange.repair;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.transfer.TransferWait;

/**
 * When a copy that could not be mended is tried again: each time after twice as long. A disk that loses what was just written is read and
 * written whole at every try, so it may rest for hours; whatever else stands in the way may pass within minutes. Thread-safe.
 */
final class RepairRests {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LONGEST_OF_A_DISK = Duration.ofHours(6);

    private record Rest(Duration length, Instant end) {}

    private final InstantSource clock;
    private final Map<DatasetVersion, Rest> rests = new HashMap<>();

    RepairRests(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean isOver(DatasetVersion version) {
        Rest rest = rests.get(version);
        Instant now = clock.instant();
        // Before it began: the clock was set back.
        return rest == null
                || !now.isBefore(rest.end())
                || now.isBefore(rest.end().minus(rest.length()));
    }

    /** A copy could not be mended; gives how long it rests. */
    synchronized Duration rest(DatasetVersion version, TransferWait waitsFor) {
        Rest before = rests.get(version);
        Duration wanted = before == null ? FIRST : before.length().multipliedBy(2);
        Duration longest = waitsFor == TransferWait.DISK ? LONGEST_OF_A_DISK : LONGEST;
        Duration length = wanted.compareTo(longest) > 0 ? longest : wanted;
        rests.put(version, new Rest(length, clock.instant().plus(length)));
        return length;
    }

    /** Forgets the copies that are in order, or gone. */
    synchronized void keepOnly(Collection<DatasetVersion> versions) {
        rests.keySet().retainAll(versions);
    }
}
