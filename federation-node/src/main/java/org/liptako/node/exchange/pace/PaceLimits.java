package org.liptako.node.exchange.pace;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.liptako.node.config.limit.ByteRate;
import org.liptako.node.config.limit.DailyWindows;
import org.liptako.node.config.limit.LimitConfig;
import org.liptako.pki.name.State;

/** The limits that count now: those of the configuration, and in their place what operators have set since. Thread-safe. */
public final class PaceLimits {
    private final Map<Optional<State>, PaceLimit> configured = new HashMap<>();
    private final ZoneId zone;
    private final PaceLimitStore store;
    private final Clock clock;
    private volatile Map<Optional<State>, PaceLimit> now;

    public PaceLimits(List<LimitConfig> configured, ZoneId zone, PaceLimitStore store, Clock clock) {
        configured.forEach(limit -> this.configured.put(limit.peer(), PaceLimit.configured(limit)));
        this.zone = zone;
        this.store = store;
        this.clock = clock;
        this.now = Map.copyOf(this.configured);
    }

    /** Reads again what operators have set. */
    public synchronized void refresh() {
        Map<Optional<State>, PaceLimit> all = new HashMap<>(configured);
        store.all(zone).forEach(set -> all.put(set.limit().peer(), set));
        now = Map.copyOf(all);
    }

    /** What operators set from now on, in the configuration's place. */
    public synchronized void set(LimitConfig limit, String by) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        store.put(new PaceLimit(limit, Optional.of(by), Optional.of(at)));
        refresh();
    }

    /** Forgets what operators have set, so that the configuration counts again. */
    public synchronized void forget(Optional<State> peer) {
        store.remove(peer);
        refresh();
    }

    /** Those that count, the one over all States first. */
    public List<PaceLimit> all() {
        return now.values().stream()
                .sorted(Comparator.comparing(
                        limit -> limit.limit().peer().map(State::name).orElse("")))
                .toList();
    }

    /** The limit of a State, or of all together; one without bounds where there is none. */
    public LimitConfig of(Optional<State> peer) {
        return Optional.ofNullable(now.get(peer))
                .map(PaceLimit::limit)
                .orElseGet(() -> new LimitConfig(peer, Optional.empty(), Optional.empty(), always()));
    }

    /** Until when this site receives nothing from a State, if so now. */
    public Optional<Closure> closed(State source) {
        Instant instant = clock.instant();
        return Stream.of(of(Optional.empty()), of(Optional.of(source)))
                .map(LimitConfig::windows)
                .filter(windows -> !windows.isOpen(instant))
                .map(windows -> new Closure(windows, windows.nextChange(instant)))
                .findFirst();
    }

    /** Hours that are closed now. */
    public record Closure(DailyWindows windows, Optional<Instant> until) {}

    /** The most that may come now, or go, by one limit; empty = no bound. */
    OptionalLong bytesPerSecond(Optional<State> peer, Direction direction) {
        LimitConfig limit = of(peer);
        return switch (direction) {
            case RECEIVE ->
                Stream.concat(limit.receive().stream(), limit.windows().rate(clock.instant()).stream())
                        .mapToLong(ByteRate::bytesPerSecond)
                        .min();
            case SERVE ->
                limit.serve().stream().mapToLong(ByteRate::bytesPerSecond).findFirst();
        };
    }

    ZoneId zone() {
        return zone;
    }

    private DailyWindows always() {
        return new DailyWindows(List.of(), zone);
    }
}
