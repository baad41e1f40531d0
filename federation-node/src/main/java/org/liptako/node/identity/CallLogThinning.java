package org.liptako.node.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.liptako.pki.name.Party;

/**
 * Thins out the lines of calls that come by the thousand and bind nobody: one a second for each caller, which says how many calls it stands for.
 *
 * <p>A line costs more than such a call. The metrics count every one. Thread-safe; it remembers as many callers as have certificates.
 */
final class CallLogThinning {
    private static final Set<String> THINNED = Set.of("liptako.placement.v1.PlacementService/CheckPlacement");
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    private final Map<Source, Window> windows = new ConcurrentHashMap<>();

    private record Source(String method, Party caller) {}

    /** @param nanos the time in nanoseconds since any origin */
    CallLogThinning(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether successful calls of this method are thinned out. */
    boolean thins(String method) {
        return THINNED.contains(method);
    }

    /** Counts a call, and gives how many calls a line stands for that is due with it; 0 if none is. */
    int count(String method, Party caller) {
        return windows.computeIfAbsent(new Source(method, caller), first -> new Window(nanos.getAsLong()))
                .count(nanos.getAsLong());
    }

    private static final class Window {
        private final AtomicLong due;
        private final AtomicInteger calls = new AtomicInteger();

        private Window(long opened) {
            due = new AtomicLong(opened);
        }

        private int count(long now) {
            calls.incrementAndGet();
            long next = due.get();
            return now - next >= 0 && due.compareAndSet(next, now + PAUSE) ? calls.getAndSet(0) : 0;
        }
    }
}
