package org.liptako.node.operations.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.NodeConfig;
import org.liptako.pki.name.SiteId;

/**
 * What the processes of this site have measured, in the database. Each process adds to stretches of its own: two looks of one outcome speak for the time
 * between them, of two different ones the worse does. What was not written down was not measured. Thread-safe.
 */
public final class SpanStore {
    private record Running(long id, Outcome outcome, Instant until) {}

    private final Jdbi jdbi;
    private final SiteId site;
    private final int process;
    private final Duration patience;
    private final Map<SiteId, Running> running = new HashMap<>();

    public SpanStore(Jdbi jdbi, NodeConfig node, Beat beat) {
        this.jdbi = jdbi;
        this.site = node.site();
        this.process = node.number();
        this.patience = beat.patience();
    }

    SiteId site() {
        return site;
    }

    /** Writes down what one look has found. */
    synchronized void record(SiteId subject, Outcome outcome, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        // Taken out first: after a look that could not be written down, a stretch of its own begins.
        Optional<Running> before = Optional.ofNullable(running.remove(subject));
        Optional<Running> joined =
                before.filter(last -> !now.isBefore(last.until) && !now.isAfter(last.until.plus(patience)));
        running.put(subject, jdbi.inTransaction(handle -> {
            if (before.isEmpty()) {
                since(handle, subject, now);
            }
            return joined.map(last -> goOn(handle, subject, last, outcome, now))
                    .orElseGet(() -> begin(handle, subject, outcome, now, now));
        }));
    }

    private Running goOn(Handle handle, SiteId subject, Running last, Outcome outcome, Instant now) {
        if (outcome.isWorseThan(last.outcome)) {
            return begin(handle, subject, outcome, last.until, now);
        }
        handle.createUpdate("UPDATE availability_span SET until_at = :now WHERE id = :id")
                .bind("now", timestamp(now))
                .bind("id", last.id)
                .execute();
        return outcome == last.outcome ? new Running(last.id, outcome, now) : begin(handle, subject, outcome, now, now);
    }

    private Running begin(Handle handle, SiteId subject, Outcome outcome, Instant from, Instant until) {
        long id = handle.createQuery(
                        "INSERT INTO availability_span (site, process, subject, outcome, from_at, until_at)"
                                + " VALUES (:site, :process, :subject, :outcome, :from, :until) RETURNING id")
                .bind("site", site.value())
                .bind("process", process)
                .bind("subject", subject.value())
                .bind("outcome", outcome.name())
                .bind("from", timestamp(from))
                .bind("until", timestamp(until))
                .mapTo(Long.class)
                .one();
        return new Running(id, outcome, until);
    }

    private void since(Handle handle, SiteId subject, Instant now) {
        handle.createUpdate("INSERT INTO availability_since (site, subject, since) VALUES (:site, :subject, :now)"
                        + " ON CONFLICT DO NOTHING")
                .bind("site", site.value())
                .bind("subject", subject.value())
                .bind("now", timestamp(now))
                .execute();
    }

    /** Since when this site measures one; empty if it never has. */
    Optional<Instant> since(SiteId subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT since FROM availability_since WHERE site = :site AND subject = :subject")
                .bind("site", site.value())
                .bind("subject", subject.value())
                .map((row, context) -> instant(row, "since"))
                .findOne());
    }

    /** When one was last looked at by any process; empty if it never was. */
    Optional<Instant> lastLook(SiteId subject) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT max(until_at) AS last FROM availability_span"
                        + " WHERE site = :site AND subject = :subject HAVING max(until_at) IS NOT NULL")
                .bind("site", site.value())
                .bind("subject", subject.value())
                .map((row, context) -> instant(row, "last"))
                .findOne());
    }

    /** What all processes of this site have found between two instants. */
    List<Span> spans(SiteId subject, Instant from, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT outcome, from_at, until_at FROM availability_span"
                        + " WHERE site = :site AND subject = :subject AND until_at > :from AND from_at < :until")
                .bind("site", site.value())
                .bind("subject", subject.value())
                .bind("from", timestamp(from))
                .bind("until", timestamp(until))
                .map((row, context) -> new Span(
                        Outcome.valueOf(row.getString("outcome")), instant(row, "from_at"), instant(row, "until_at")))
                .list());
    }

    /** The processes of this site that were found serving since, by their own looks, but for this one. */
    List<Integer> othersServing(Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT process FROM availability_span"
                        + " WHERE site = :site AND subject = :site AND outcome = 'SERVING' AND until_at >= :since"
                        + " AND process <> :process ORDER BY process")
                .bind("site", site.value())
                .bind("since", timestamp(since))
                .bind("process", process)
                .mapTo(Integer.class)
                .list());
    }

    /** Forgets what was over by then. */
    void forget(Instant before) {
        jdbi.useHandle(
                handle -> handle.createUpdate("DELETE FROM availability_span WHERE site = :site AND until_at < :before")
                        .bind("site", site.value())
                        .bind("before", timestamp(before))
                        .execute());
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
