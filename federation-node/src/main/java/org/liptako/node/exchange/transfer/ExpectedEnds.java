package org.liptako.node.exchange.transfer;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.exchange.queue.QueueView;
import org.liptako.node.exchange.queue.QueuedTransfer;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.State;

/**
 * When transfers will be whole, if all goes on as it does now: by what each source brings, what is before them in the queue, and the hours in which they may
 * move. Small and big transfers share a link evenly. Thread-safe.
 */
final class ExpectedEnds {
    private final Speeds speeds;
    private final Hours hours;

    /** What is known of how fast bytes come. */
    interface Speeds {
        /** Bytes a second of a transfer that runs; 0 if not known. */
        long of(GrantSerial grant);

        /** Bytes a second of all that a State gives; 0 if not known. */
        long from(State source);
    }

    /** The hours in which bytes of a State may move. */
    @FunctionalInterface
    interface Hours {
        /** When so many bytes will have moved that come at a speed where nothing here limits them; empty if that is not within years. */
        Optional<Instant> after(State source, Instant from, double bytes, double aSecond);
    }

    ExpectedEnds(Speeds speeds, Hours hours) {
        this.speeds = speeds;
        this.hours = hours;
    }

    /** The ends that can be said; of a transfer that operators hold back, or whose size is not known, none can. */
    Map<GrantSerial, Instant> of(QueueView queue, Instant now) {
        Map<GrantSerial, Instant> ends = new HashMap<>();
        Map<State, Backlog> backlogs = new EnumMap<>(State.class);
        List<QueuedTransfer> all = queue.all().toList();
        for (QueuedTransfer queued : all) {
            Backlog backlog = backlogs.computeIfAbsent(queued.source(), source -> Backlog.of(source, all));
            backlog.add(queued);
            end(queued, backlog, now).ifPresent(end -> ends.put(queued.grant(), end));
        }
        return ends;
    }

    private Optional<Instant> end(QueuedTransfer queued, Backlog backlog, Instant now) {
        long own = speeds.of(queued.grant());
        if (queued.bytesLeft() > 0 && own > 0) {
            return hours.after(queued.source(), now, (double) queued.bytesLeft(), (double) own);
        }
        long all = speeds.from(queued.source());
        return queued.bytesLeft() == 0 || all == 0
                ? Optional.empty()
                : hours.after(queued.source(), now, backlog.before(queued.isSmall()), (double) all);
    }

    /** What a source has been asked for, from the first in the queue to the one in hand. */
    private static final class Backlog {
        private final double allSmall;
        private final double allBig;
        private double small;
        private double big;

        private Backlog(double allSmall, double allBig) {
            this.allSmall = allSmall;
            this.allBig = allBig;
        }

        static Backlog of(State source, List<QueuedTransfer> all) {
            double small = 0;
            double big = 0;
            for (QueuedTransfer queued : all) {
                if (queued.source() == source) {
                    small += queued.isSmall() ? queued.bytesLeft() : 0;
                    big += queued.isSmall() ? 0 : queued.bytesLeft();
                }
            }
            return new Backlog(small, big);
        }

        void add(QueuedTransfer queued) {
            if (queued.isSmall()) {
                small += queued.bytesLeft();
            } else {
                big += queued.bytesLeft();
            }
        }

        /** The bytes that come until then, the other kind's among them. */
        double before(boolean isSmall) {
            return isSmall ? small + Math.min(small, allBig) : big + Math.min(big, allSmall);
        }
    }
}
