package org.liptako.node.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/**
 * Keeps the binding requests of this State. Every change is made only to the row as it was read, so that of two who drive one request on, one wins and the
 * other looks again.
 */
final class PlacementStore {
    private static final String COLUMNS =
            "request_id, requester, site, terms, host, state, reason, words_fr, words_en, asked_at, ruling, grant_said, acceptance";

    /**
     * Keeps a new request.
     *
     * @return false if the name is taken
     */
    boolean insert(Handle handle, Placement placement, Instant nextTry) {
        return bind(handle.createUpdate("""
                        INSERT INTO placement_request
                            (request_id, requester, site, terms, host, state, reason, words_fr, words_en, asked_at, next_try)
                        VALUES (:id, :requester, :site, :terms, :host, :state, :reason, :fr, :en, :askedAt, :nextTry)
                        ON CONFLICT (request_id) DO NOTHING
                        """), placement)
                        .bind("requester", placement.requester())
                        .bind("site", placement.site().value())
                        .bind("terms", JournalJson.write(placement.terms()))
                        .bind("host", placement.host().map(State::name).orElse(null))
                        .bind("askedAt", timestamp(placement.askedAt()))
                        .bind("nextTry", timestamp(nextTry))
                        .execute()
                == 1;
    }

    /**
     * Writes how a request stands now.
     *
     * @param before as it was read; if it has changed since, nothing is written
     * @return whether it was written
     */
    boolean update(Handle handle, Placement before, Placement now, Instant nextTry) {
        Optional<GrantStatement> grant = now.grant().map(said -> Statements.read(said, GrantStatement.class));
        return bind(handle.createUpdate("""
                        UPDATE placement_request SET
                            state = :state, reason = :reason, words_fr = :fr, words_en = :en, ruling = :ruling, serial = :serial,
                            grant_said = :grant, expires = :expires, acceptance = :acceptance,
                            next_try = :nextTry
                        WHERE request_id = :id AND state = :stateBefore AND grant_said IS NOT DISTINCT FROM :grantBefore
                        """), now)
                        .bind("ruling", now.ruling().map(JournalJson::write).orElse(null))
                        .bind("serial", grant.map(one -> one.serial().value()).orElse(null))
                        .bind("grant", json(now.grant()))
                        .bindByType(
                                "expires",
                                grant.map(one -> timestamp(one.expires())).orElse(null),
                                OffsetDateTime.class)
                        .bind("acceptance", json(now.acceptance()))
                        .bind("nextTry", timestamp(nextTry))
                        .bind("stateBefore", before.state().name())
                        .bind("grantBefore", json(before.grant()))
                        .execute()
                == 1;
    }

    Optional<Placement> find(Handle handle, RequestId request) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM placement_request WHERE request_id = :id")
                .bind("id", request.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Requests that are not settled and whose time has come, the longest waiting first. */
    List<RequestId> due(Handle handle, Instant now, int most) {
        return handle.createQuery("""
                        SELECT request_id FROM placement_request
                        WHERE state IN ('PENDING', 'GRANTED') AND next_try <= :now ORDER BY next_try LIMIT :most
                        """)
                .bind("now", timestamp(now))
                .bind("most", most)
                .map((row, context) -> new RequestId(row.getString("request_id")))
                .list();
    }

    /** Requests that are not settled, the longest waiting first. */
    List<Placement> unsettled(Handle handle, int most) {
        return handle.createQuery("SELECT " + COLUMNS
                        + " FROM placement_request WHERE state IN ('PENDING', 'GRANTED') ORDER BY asked_at LIMIT :most")
                .bind("most", most)
                .map((row, context) -> read(row))
                .list();
    }

    /** Puts a request off; what it stands at does not change. */
    void postpone(Handle handle, RequestId request, Instant nextTry) {
        handle.createUpdate("UPDATE placement_request SET next_try = :nextTry WHERE request_id = :id")
                .bind("nextTry", timestamp(nextTry))
                .bind("id", request.value())
                .execute();
    }

    /** Makes every request that waits for this State due at once. */
    void hasten(Handle handle, State host, Instant now) {
        handle.createUpdate("""
                        UPDATE placement_request SET next_try = :now
                        WHERE state IN ('PENDING', 'GRANTED') AND host = :host AND next_try > :now
                        """)
                .bind("now", timestamp(now))
                .bind("host", host.name())
                .execute();
    }

    /** Makes due whatever waits for another State. */
    void hasten(Handle handle, Instant now) {
        handle.createUpdate("UPDATE placement_request SET next_try = :now"
                        + " WHERE state IN ('PENDING', 'GRANTED') AND host IS NOT NULL AND next_try > :now")
                .bind("now", timestamp(now))
                .execute();
    }

    /** The grant with this serial, if it was accepted. */
    Optional<SignedStatement> acceptedGrant(Handle handle, GrantSerial serial) {
        return handle.createQuery(
                        "SELECT grant_said FROM placement_request WHERE serial = :serial AND state = 'ACCEPTED'")
                .bind("serial", serial.value())
                .mapTo(String.class)
                .findOne()
                .map(json -> JournalJson.read(json, SignedStatement.class));
    }

    /** The grants that were accepted and are not yet void, the longest waiting first. */
    List<SignedStatement> acceptedGrants(Handle handle, Instant now) {
        return handle.createQuery(
                        "SELECT grant_said FROM placement_request WHERE state = 'ACCEPTED' AND expires > :now ORDER BY asked_at")
                .bind("now", timestamp(now))
                .mapTo(String.class)
                .map(json -> JournalJson.read(json, SignedStatement.class))
                .list();
    }

    /**
     * A page of requests, newest first.
     *
     * @param after the last request of the page before; null for the first page
     */
    List<Placement> newest(Handle handle, @Nullable Placement after, int most) {
        String rest = after == null ? "" : " WHERE asked_at < :askedAt OR (asked_at = :askedAt AND request_id > :id)";
        var query = handle.createQuery("SELECT " + COLUMNS + " FROM placement_request" + rest
                        + " ORDER BY asked_at DESC, request_id LIMIT :most")
                .bind("most", most);
        if (after != null) {
            query.bind("askedAt", timestamp(after.askedAt()))
                    .bind("id", after.request().value());
        }
        return query.map((row, context) -> read(row)).list();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Placement placement) {
        return statement
                .bind("id", placement.request().value())
                .bind("state", placement.state().name())
                .bind("reason", placement.standing().reason())
                .bind("fr", placement.standing().words().fr())
                .bind("en", placement.standing().words().en());
    }

    private static @Nullable String json(Optional<SignedStatement> statement) {
        return statement.map(JournalJson::write).orElse(null);
    }

    private static Placement read(ResultSet row) throws SQLException {
        return new Placement(
                new RequestId(row.getString("request_id")),
                row.getString("requester"),
                new SiteId(row.getString("site")),
                JournalJson.read(row.getString("terms"), PlacementTerms.class),
                Optional.ofNullable(row.getString("host")).map(State::valueOf),
                new Standing(
                        PlacementState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        new Sentence(row.getString("words_fr"), row.getString("words_en"))),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                document(row.getString("ruling"), Ruling.class),
                document(row.getString("grant_said"), SignedStatement.class),
                document(row.getString("acceptance"), SignedStatement.class));
    }

    private static <T> Optional<T> document(@Nullable String json, Class<T> type) {
        return Optional.ofNullable(json).map(text -> JournalJson.read(text, type));
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
