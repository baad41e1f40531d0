package org.liptako.node.exchange.transfer;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.liptako.node.exchange.pace.LinkMeter;
import org.liptako.node.exchange.queue.QueuedTransfer;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.State;

/** How fast the transfers that run move now: what comes and is kept, smoothed over some seconds. Thread-safe. */
public final class TransferRates {
    private static final double SECONDS_REMEMBERED = 10;

    private final Map<GrantSerial, Rate> rates = new ConcurrentHashMap<>();
    /** What each State's node has brought to a transfer, for each has its own link. */
    private final Map<GrantSerial, Map<State, Long>> links = new ConcurrentHashMap<>();

    private final LinkMeter meter;

    public TransferRates(LinkMeter meter) {
        this.meter = meter;
    }

    private record Rate(State source, long bytes, long at, double aSecond) {
        /** The same after more has come. */
        Rate at(long bytesNow, long nanos) {
            double seconds = (nanos - at) / 1e9;
            if (seconds <= 0) {
                return this;
            }
            double now = Math.max(0, bytesNow - bytes) / seconds;
            // The first look says nothing of the past.
            double weight = aSecond == 0 ? 1 : 1 - Math.exp(-seconds / SECONDS_REMEMBERED);
            return new Rate(source, bytesNow, nanos, aSecond + weight * (now - aSecond));
        }
    }

    void progress(TransferPlan plan, TransferProgress progress) {
        long useful = progress.received().bytes() - progress.received().twice();
        boolean big = progress.bytesLeft() > QueuedTransfer.SMALL_BYTES;
        long nanos = System.nanoTime();
        rates.compute(
                plan.grant(),
                (grant, before) ->
                        before == null ? new Rate(plan.source(), useful, nanos, 0) : before.at(useful, nanos));
        Map<State, Long> brought = new EnumMap<>(Map.of(plan.source(), 0L));
        progress.shares().forEach(share -> brought.put(share.state(), share.bytes()));
        Map<State, Long> before = links.put(plan.grant(), brought);
        brought.forEach((state, bytes) -> {
            long known = before == null ? bytes : before.getOrDefault(state, 0L);
            meter.came(state, bytes - known, big, nanos);
        });
    }

    void forget(GrantSerial grant) {
        rates.remove(grant);
        links.remove(grant);
    }

    /** Bytes a second; 0 for one that does not run, or has only begun. */
    public long of(GrantSerial grant) {
        Rate rate = rates.get(grant);
        return rate == null ? 0 : (long) rate.aSecond();
    }

    /** Bytes a second that come from a State, all its transfers together. */
    public long from(State source) {
        return (long) rates.entrySet().stream()
                .mapToDouble(rate -> rate.getValue().aSecond() * part(rate.getKey(), rate.getValue(), source))
                .sum();
    }

    /** Which part of a transfer a State brings. */
    private double part(GrantSerial grant, Rate rate, State state) {
        Map<State, Long> brought = links.getOrDefault(grant, Map.of());
        long all = brought.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return rate.source() == state ? 1 : 0;
        }
        return (double) brought.getOrDefault(state, 0L) / all;
    }
}
