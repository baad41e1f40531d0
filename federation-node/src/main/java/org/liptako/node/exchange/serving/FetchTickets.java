package org.liptako.node.exchange.serving;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * How many calls of {@code Fetch} and {@code GetManifest} run at a time: each may have some chunks waiting in memory for a receiver that does not read, so that one
 * grant, and all together, may have only so many. Thread-safe.
 */
final class FetchTickets {
    /** A receiver needs two for each of its connections, and has 32 at most. */
    static final int OF_ONE_GRANT = 64;

    private static final int IN_ALL = 512;

    private final Map<GrantSerial, Integer> running = new HashMap<>();
    private int all;

    /**
     * Lets a call begin.
     *
     * @return to be run when the call has ended; more than once does no harm
     * @throws Failure TOO_MUCH if too many run
     */
    synchronized Runnable take(GrantSerial grant) {
        int ofGrant = running.getOrDefault(grant, 0);
        if (ofGrant >= OF_ONE_GRANT || all >= IN_ALL) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Trop d'appels de Fetch à la fois : " + OF_ONE_GRANT + " au plus par autorisation, " + IN_ALL
                            + " en tout ; attendez la fin de l'un d'eux.",
                    "Too many calls of Fetch at once: at most " + OF_ONE_GRANT + " for each grant, " + IN_ALL
                            + " in all; wait until one has ended.");
        }
        running.put(grant, ofGrant + 1);
        all++;
        AtomicBoolean held = new AtomicBoolean(true);
        return () -> {
            if (held.compareAndSet(true, false)) {
                giveBack(grant);
            }
        };
    }

    private synchronized void giveBack(GrantSerial grant) {
        running.computeIfPresent(grant, (same, calls) -> calls == 1 ? null : calls - 1);
        all--;
    }
}
