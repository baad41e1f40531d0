package org.liptako.node.placement.watch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.pki.evidence.Digest;

/** Keeps which rules the copies were judged under last, and how far the dates of these were followed. */
final class WatchedLaw {
    /** What was seen at the last look. */
    record Seen(Digest ruleSet, Instant at) {}

    /** Holds off the other processes of this State until the transaction ends; empty before the first look. */
    Optional<Seen> lock(Handle handle) {
        return handle.createQuery("SELECT rule_set, seen_at FROM watch_law FOR UPDATE")
                .map((row, context) -> new Seen(
                        Digest.ofHex(row.getString("rule_set")),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    void keep(Handle handle, Seen seen) {
        handle.createUpdate("INSERT INTO watch_law (rule_set, seen_at) VALUES (:ruleSet, :at)"
                        + " ON CONFLICT (one) DO UPDATE SET rule_set = :ruleSet, seen_at = :at")
                .bind("ruleSet", seen.ruleSet().hex())
                .bind("at", Spread.timestamp(seen.at()))
                .execute();
    }
}
