package org.liptako.node.exchange.pace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.limit.ByteRate;
import org.liptako.node.config.limit.DailyWindows;
import org.liptako.node.config.limit.LimitConfig;
import org.liptako.pki.name.State;

/** The limits that operators have set. Thread-safe. */
public final class PaceLimitStore {
    private static final String ALL = "ALL";

    private final Jdbi jdbi;

    public PaceLimitStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void put(PaceLimit set) {
        LimitConfig limit = set.limit();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO exchange_limit (peer, receive, serve, windows, set_by, set_at)"
                                + " VALUES (:peer, :receive, :serve, :windows, :by, :at) ON CONFLICT (peer) DO UPDATE SET"
                                + " receive = :receive, serve = :serve, windows = :windows, set_by = :by, set_at = :at")
                .bind("peer", key(limit.peer()))
                .bind("receive", written(limit.receive()))
                .bind("serve", written(limit.serve()))
                .bind("windows", limit.windows().toString())
                .bind("by", set.setBy().orElse(""))
                .bind("at", set.setAt().orElseThrow().atOffset(ZoneOffset.UTC))
                .execute());
    }

    void remove(Optional<State> peer) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM exchange_limit WHERE peer = :peer")
                .bind("peer", key(peer))
                .execute());
    }

    List<PaceLimit> all(ZoneId zone) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM exchange_limit")
                .map((row, context) -> limit(row, zone))
                .list());
    }

    private static PaceLimit limit(ResultSet row, ZoneId zone) throws SQLException {
        return new PaceLimit(
                new LimitConfig(
                        State.ofCode(row.getString("peer")),
                        rate(row.getString("receive")),
                        rate(row.getString("serve")),
                        DailyWindows.of(row.getString("windows"), zone)),
                Optional.of(row.getString("set_by")),
                Optional.of(row.getObject("set_at", OffsetDateTime.class).toInstant()));
    }

    private static Optional<ByteRate> rate(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(ByteRate.of(text));
    }

    private static String written(Optional<ByteRate> rate) {
        return rate.map(ByteRate::toString).orElse("");
    }

    private static String key(Optional<State> peer) {
        return peer.map(State::name).orElse(ALL);
    }
}
