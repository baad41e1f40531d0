package org.liptako.node.exchange.queue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.exchange.queue.PauseScope.Everything;
import org.liptako.node.exchange.queue.PauseScope.FromState;
import org.liptako.node.exchange.queue.PauseScope.OneTransfer;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.State;

/**
 * What operators hold back, over restarts. It is no matter of the journal: the permission stands, and nobody else's record changes. Thread-safe.
 */
public final class Pauses {
    private final Jdbi jdbi;
    private final Clock clock;
    private volatile Map<String, Pause> known = Map.of();

    public Pauses(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Holds something back; what is held back already stays as it was. */
    public synchronized void add(PauseScope scope, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO exchange_pause (scope, paused_by, paused_at)"
                        + " VALUES (:scope, :by, :at) ON CONFLICT DO NOTHING")
                .bind("scope", scope.key())
                .bind("by", by)
                .bind("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                .execute());
        refresh();
    }

    /** Lets go what was held back by this very scope; false if nothing was. */
    public synchronized boolean remove(PauseScope scope) {
        int removed = jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM exchange_pause WHERE scope = :scope")
                .bind("scope", scope.key())
                .execute());
        refresh();
        return removed > 0;
    }

    /** Reads them again: another node of this State may have changed them. */
    public synchronized void refresh() {
        known = jdbi.withHandle(handle -> handle
                .createQuery("SELECT * FROM exchange_pause")
                .map((row, context) -> new Pause(
                        PauseScope.of(row.getString("scope")),
                        row.getString("paused_by"),
                        row.getObject("paused_at", OffsetDateTime.class).toInstant()))
                .stream()
                .collect(Collectors.toMap(pause -> pause.scope().key(), Function.identity())));
    }

    /** What holds a transfer back, the widest first. */
    public Optional<Pause> of(GrantSerial grant, State source) {
        Map<String, Pause> now = known;
        return Stream.<PauseScope>of(new Everything(), new FromState(source), new OneTransfer(grant))
                .map(scope -> Optional.ofNullable(now.get(scope.key())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** All of them, the oldest first. */
    public List<Pause> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Pause::at)
                        .thenComparing(pause -> pause.scope().key()))
                .toList();
    }
}
