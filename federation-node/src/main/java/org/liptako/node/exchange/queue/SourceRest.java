package org.liptako.node.exchange.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.liptako.pki.name.State;

/**
 * Leaves a source that cannot be reached alone for a while, longer each time, whatever number of transfers waits for it. Thread-safe.
 */
public final class SourceRest {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Map<State, Rest> rests = new EnumMap<>(State.class);

    private record Rest(Instant until, Duration length) {}

    /** A source could not be reached, or stopped sending; gives how long it is left alone. */
    public synchronized Duration failed(State source, Instant now) {
        Rest before = rests.get(source);
        Duration doubled = before == null ? FIRST : before.length().multipliedBy(2);
        Duration length = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        rests.put(source, new Rest(now.plus(length), length));
        return length;
    }

    /** A source gives, or answers again. */
    public synchronized void answers(State source) {
        rests.remove(source);
    }

    public synchronized boolean isLeftAlone(State source, Instant now) {
        Rest rest = rests.get(source);
        return rest != null && now.isBefore(rest.until());
    }
}
