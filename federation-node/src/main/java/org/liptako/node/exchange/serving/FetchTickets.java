package org.liptako.node.exchange.serving;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many calls of {@code Fetch} and {@code GetManifest} run at a time: each may have some chunks waiting in memory for a receiver that does not read, so that one
 * grant, and all together, may have only so many. Says in one line of the log that a receiver has broken off its calls, however many. Thread-safe.
 */
final class FetchTickets {
    private static final Logger LOG = LoggerFactory.getLogger(FetchTickets.class);
    /** A receiver needs two for each of its connections, and has 32 at most. */
    static final int OF_ONE_GRANT = 64;

    private static final int IN_ALL = 512;

    /** What the transport may hold of all calls together before it takes no more, the last chunk of each aside. */
    private static final int READY_BYTES = 32 << 20;

    /** Enough to keep a link busy while the next chunks are read: gRPC's own 32 KiB are less than one chunk. */
    private static final int MOST_READY_BYTES = 4 << 20;

    private static final int LEAST_READY_BYTES = 64 << 10;

    private final Map<GrantSerial, Calls> running = new HashMap<>();
    private int all;

    /** Those under one grant that run, and those that the receiver broke off since none ran. */
    private static final class Calls {
        private int running;
        private int brokenOff;
    }

    /**
     * Lets a call begin.
     *
     * @return to be told when the call has ended; more than once does no harm
     * @throws Failure TOO_MUCH if too many run
     */
    synchronized StreamEnd take(GrantSerial grant) {
        Calls ofGrant = running.getOrDefault(grant, new Calls());
        if (ofGrant.running >= OF_ONE_GRANT || all >= IN_ALL) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Trop d'appels de Fetch à la fois : " + OF_ONE_GRANT + " au plus par autorisation, " + IN_ALL
                            + " en tout ; attendez la fin de l'un d'eux.",
                    "Too many calls of Fetch at once: at most " + OF_ONE_GRANT + " for each grant, " + IN_ALL
                            + " in all; wait until one has ended.");
        }
        ofGrant.running++;
        running.put(grant, ofGrant);
        all++;
        return new Ticket(grant);
    }

    /** How much the transport may hold of each call that runs now. */
    synchronized int readyBytes() {
        return Math.clamp(READY_BYTES / Math.max(1, all), LEAST_READY_BYTES, MOST_READY_BYTES);
    }

    private synchronized void giveBack(GrantSerial grant, boolean brokenOff) {
        all--;
        Calls ofGrant = running.getOrDefault(grant, new Calls());
        ofGrant.running--;
        ofGrant.brokenOff += brokenOff ? 1 : 0;
        if (ofGrant.running <= 0) {
            running.remove(grant);
            if (brokenOff) {
                LOG.info(
                        "The receiver under grant {} broke off {} calls before all that they asked for was sent; its node says why.",
                        grant,
                        ofGrant.brokenOff);
            }
        }
    }

    private final class Ticket implements StreamEnd {
        private final GrantSerial grant;
        private final AtomicBoolean held = new AtomicBoolean(true);

        Ticket(GrantSerial grant) {
            this.grant = grant;
        }

        @Override
        public void closed() {
            end(false);
        }

        @Override
        public void brokenOff() {
            end(true);
        }

        private void end(boolean brokenOff) {
            if (held.compareAndSet(true, false)) {
                giveBack(grant, brokenOff);
            }
        }
    }
}
