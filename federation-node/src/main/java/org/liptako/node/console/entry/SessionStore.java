package org.liptako.node.console.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.Caller;

/** Keeps who is signed in, for all processes of the State, by the digest of their cookie. Thread-safe. */
final class SessionStore {
    /** A person has a few browsers; more are forgotten ones. */
    private static final int MOST_FOR_A_CERTIFICATE = 5;

    private final Jdbi jdbi;

    SessionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A session as it is kept. */
    record Kept(String party, String fingerprint, ShownChain chain, Instant began, Instant seen) {}

    /** Keeps a new session, and ends those that are over by a time and the oldest of the same certificate. */
    void add(Secret cookie, Caller caller, ShownChain chain, Instant now, Instant over) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("DELETE FROM console_session WHERE seen_at < :over")
                    .bind("over", LinkStore.at(over))
                    .execute();
            handle.createUpdate("DELETE FROM console_session WHERE digest IN (SELECT digest FROM console_session"
                            + " WHERE fingerprint = :fingerprint ORDER BY began_at DESC OFFSET :kept)")
                    .bind("fingerprint", caller.fingerprint())
                    .bind("kept", MOST_FOR_A_CERTIFICATE - 1)
                    .execute();
            handle.createUpdate("INSERT INTO console_session (digest, party, fingerprint, chain, began_at, seen_at)"
                            + " VALUES (:digest, :party, :fingerprint, :chain, :now, :now)")
                    .bind("digest", cookie.digest())
                    .bind("party", caller.party().toString())
                    .bind("fingerprint", caller.fingerprint())
                    .bind("chain", chain.bytes())
                    .bind("now", LinkStore.at(now))
                    .execute();
        });
    }

    Optional<Kept> of(Secret cookie) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM console_session WHERE digest = :digest")
                .bind("digest", cookie.digest())
                .map((row, context) -> kept(row))
                .findOne());
    }

    /** That somebody did something just now. */
    void seen(Secret cookie, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE console_session SET seen_at = :now WHERE digest = :digest")
                .bind("digest", cookie.digest())
                .bind("now", LinkStore.at(now))
                .execute());
    }

    void end(Secret cookie) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM console_session WHERE digest = :digest")
                .bind("digest", cookie.digest())
                .execute());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("party"),
                row.getString("fingerprint"),
                ShownChain.of(row.getBytes("chain")),
                instant(row, "began_at"),
                instant(row, "seen_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
