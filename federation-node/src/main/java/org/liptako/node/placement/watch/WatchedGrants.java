package org.liptako.node.placement.watch;

import static org.liptako.node.placement.watch.Spread.timestamp;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.pki.name.State;

/** Keeps of each grant that binds this State when it is to be judged again. */
final class WatchedGrants {
    /** A grant whose time has come. */
    record Due(GrantSerial serial, JudgingCause cause, Instant since) {}

    private final State own;

    WatchedGrants(State own) {
        this.own = own;
    }

    /** Watches over a grant, from an instant; one that is known stays as it is, and one that this State has withdrawn is done with. */
    void add(Handle handle, AcceptedGrant grant, Instant from) {
        handle.createUpdate(
                        "INSERT INTO watch_grant (serial, dataset, site, home, host, expires, next_at, cause)"
                                + " SELECT :serial, :dataset, :site, :home, :host, :expires, :from, 'TIME' WHERE NOT EXISTS"
                                + " (SELECT 1 FROM watch_withdrawal WHERE serial = :serial AND said_by = :own) ON CONFLICT DO NOTHING")
                .bind("own", own.name())
                .bind("serial", grant.serial().value())
                .bind("dataset", grant.terms().dataset().value())
                .bind("site", grant.terms().targetSite().value())
                .bind("home", grant.home().name())
                .bind("host", Matter.host(grant.terms().targetSite()))
                .bind("expires", timestamp(grant.expires()))
                .bind("from", timestamp(from))
                .execute();
    }

    /** Has every grant that a matter touches judged again. */
    void spread(Handle handle, MatterStore.Noted noted, Instant now) {
        Spread.over(handle, "watch_grant", noted, now);
    }

    /** A clock that was put back: what was judged after this instant was judged too early. */
    void recall(Handle handle, Instant later) {
        Spread.recall(handle, "watch_grant", later);
    }

    /** Takes grants whose time has come, the latest changes first; no other process gets them until the transaction ends. Void ones are forgotten. */
    List<Due> take(Handle handle, Instant now, int most) {
        handle.createUpdate("DELETE FROM watch_grant WHERE expires <= :now AND next_at <= :now")
                .bind("now", timestamp(now))
                .execute();
        return handle.createQuery("SELECT serial, cause, next_at FROM watch_grant WHERE next_at <= :now"
                        + " ORDER BY next_at DESC LIMIT :most FOR UPDATE SKIP LOCKED")
                .bind("now", timestamp(now))
                .bind("most", most)
                .map((row, context) -> new Due(
                        new GrantSerial(row.getString("serial")),
                        JudgingCause.valueOf(row.getString("cause")),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The grant stands; it is judged again at an instant, at its end at the latest. */
    void judged(Handle handle, GrantSerial serial, Instant at, Optional<Instant> next) {
        handle.createUpdate("UPDATE watch_grant SET judged_at = :at, cause = 'TIME',"
                        + " next_at = LEAST(expires, CAST(:next AS timestamptz)) WHERE serial = :serial")
                .bind("at", timestamp(at))
                .bindByType("next", next.map(Spread::timestamp).orElse(null), OffsetDateTime.class)
                .bind("serial", serial.value())
                .execute();
    }

    /** Puts a grant off that nothing can be said of now. */
    void postpone(Handle handle, GrantSerial serial, Instant until) {
        handle.createUpdate("UPDATE watch_grant SET next_at = :until WHERE serial = :serial")
                .bind("until", timestamp(until))
                .bind("serial", serial.value())
                .execute();
    }

    void forget(Handle handle, GrantSerial serial) {
        handle.createUpdate("DELETE FROM watch_grant WHERE serial = :serial")
                .bind("serial", serial.value())
                .execute();
    }
}
