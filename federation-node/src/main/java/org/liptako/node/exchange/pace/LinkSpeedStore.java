package org.liptako.node.exchange.pace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.pki.name.State;

/** What links brought, over restarts. Thread-safe. */
public final class LinkSpeedStore {
    private static final int KEPT = 200;

    private final Jdbi jdbi;

    public LinkSpeedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** That a link is slow, and what it is compared with as long as it is. */
    record Slow(Instant since, long usual) {}

    void add(State peer, Instant at, long bytesPerSecond) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("INSERT INTO exchange_link_speed (peer, measured_at, bytes_per_second)"
                            + " VALUES (:peer, :at, :speed) ON CONFLICT DO NOTHING")
                    .bind("peer", peer.name())
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .bind("speed", bytesPerSecond)
                    .execute();
            keep(handle, peer, KEPT);
        });
    }

    /** Forgets all measures but the last ones. */
    void keep(State peer, int last) {
        jdbi.useHandle(handle -> keep(handle, peer, last));
    }

    /** Bytes a second, the last measure first. */
    List<Long> speeds(State peer) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT bytes_per_second FROM exchange_link_speed WHERE peer = :peer ORDER BY measured_at DESC")
                .bind("peer", peer.name())
                .mapTo(Long.class)
                .list());
    }

    Optional<Slow> slow(State peer) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM exchange_link_slow WHERE peer = :peer")
                .bind("peer", peer.name())
                .map((row, context) -> slow(row))
                .findOne());
    }

    void slow(State peer, Slow slow) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO exchange_link_slow (peer, since, usual)"
                        + " VALUES (:peer, :since, :usual) ON CONFLICT DO NOTHING")
                .bind("peer", peer.name())
                .bind("since", slow.since().atOffset(ZoneOffset.UTC))
                .bind("usual", slow.usual())
                .execute());
    }

    void notSlow(State peer) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM exchange_link_slow WHERE peer = :peer")
                .bind("peer", peer.name())
                .execute());
    }

    private static void keep(Handle handle, State peer, int last) {
        handle.createUpdate("DELETE FROM exchange_link_speed WHERE peer = :peer AND measured_at NOT IN"
                        + " (SELECT measured_at FROM exchange_link_speed WHERE peer = :peer"
                        + " ORDER BY measured_at DESC LIMIT :last)")
                .bind("peer", peer.name())
                .bind("last", last)
                .execute();
    }

    private static Slow slow(ResultSet row) throws SQLException {
        return new Slow(row.getObject("since", OffsetDateTime.class).toInstant(), row.getLong("usual"));
    }
}
