package org.liptako.node.exchange.pace;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.liptako.pki.name.State;

/**
 * Measures what a link brings while it alone sets the speed: over whole minutes in which a big transfer ran all the time and no limit held it back. Thread-safe.
 */
public final class LinkMeter {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final long GAP = TimeUnit.SECONDS.toNanos(5);

    private final Measures measures;
    private final Predicate<State> limited;
    private final Map<State, Stretch> stretches = new EnumMap<>(State.class);

    private record Stretch(long begun, long seen, long bytes) {}

    public LinkMeter(LinkWatch watch, PaceLimits limits) {
        this(watch::measured, peer -> isLimited(limits, peer));
    }

    LinkMeter(Measures measures, Predicate<State> limited) {
        this.measures = measures;
        this.limited = limited;
    }

    /** Is told what a link brought a second, over a minute. */
    @FunctionalInterface
    interface Measures {
        void measured(State peer, long bytesPerSecond);
    }

    /**
     * More has come from a State.
     *
     * @param big whether the transfer has so much left that it keeps the link busy
     */
    public void came(State peer, long bytes, boolean big, long nanos) {
        finished(peer, bytes, big, nanos).ifPresent(speed -> measures.measured(peer, speed));
    }

    private synchronized OptionalLong finished(State peer, long bytes, boolean big, long nanos) {
        Stretch before = stretches.get(peer);
        if (limited.test(peer)) {
            stretches.remove(peer);
            return OptionalLong.empty();
        }
        if (before == null || nanos - before.seen() > GAP) {
            if (big) {
                stretches.put(peer, new Stretch(nanos, nanos, 0));
            }
            return OptionalLong.empty();
        }
        Stretch now = new Stretch(before.begun(), big ? nanos : before.seen(), before.bytes() + bytes);
        if (nanos - now.begun() < MINUTE) {
            stretches.put(peer, now);
            return OptionalLong.empty();
        }
        stretches.put(peer, new Stretch(nanos, nanos, 0));
        return OptionalLong.of((long) (now.bytes() * 1e9 / (nanos - now.begun())));
    }

    private static boolean isLimited(PaceLimits limits, State peer) {
        return limits.bytesPerSecond(Optional.empty(), Direction.RECEIVE).isPresent()
                || limits.bytesPerSecond(Optional.of(peer), Direction.RECEIVE).isPresent();
    }
}
