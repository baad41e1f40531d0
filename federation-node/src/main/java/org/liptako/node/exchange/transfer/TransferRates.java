package org.liptako.node.exchange.transfer;

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
        progress(plan.grant(), plan.source(), useful, big, System.nanoTime());
    }

    private void progress(GrantSerial grant, State source, long bytes, boolean big, long nanos) {
        Rate before = rates.get(grant);
        rates.put(grant, before == null ? new Rate(source, bytes, nanos, 0) : before.at(bytes, nanos));
        meter.came(source, before == null ? 0 : bytes - before.bytes(), big, nanos);
    }

    void forget(GrantSerial grant) {
        rates.remove(grant);
    }

    /** Bytes a second; 0 for one that does not run, or has only begun. */
    public long of(GrantSerial grant) {
        Rate rate = rates.get(grant);
        return rate == null ? 0 : (long) rate.aSecond();
    }

    /** Bytes a second that come from a State, all its transfers together. */
    public long from(State source) {
        return (long) rates.values().stream()
                .filter(rate -> rate.source() == source)
                .mapToDouble(Rate::aSecond)
                .sum();
    }
}
