package org.liptako.node.placement.watch;

import static org.liptako.node.placement.watch.Spread.timestamp;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Keeps of each copy that this State answers for what it said last, and when it is to be judged again. */
final class WatchedCopies {
    private final State own;

    WatchedCopies(State own) {
        this.own = own;
    }

    /**
     * A copy whose time has come.
     *
     * @param said this State's last word on it, in short; empty where it has no objection
     * @param judgedAt when it was judged last; long ago for one that never was
     * @param since when it was to be judged
     */
    record Due(CopyId copy, String said, JudgingCause cause, Instant judgedAt, Instant since) {}

    /** What has come of judging a copy. */
    record Outcome(CopyId copy, String said, Optional<Instant> next) {}

    /** Forgets the copies of others, which the migration could not tell apart. */
    void keepOwn(Handle handle) {
        handle.createUpdate("DELETE FROM watch_copy WHERE home <> :own AND host <> :own")
                .bind("own", own.name())
                .execute();
    }

    /** Has everything that a matter touches judged again. */
    void spread(Handle handle, MatterStore.Noted noted, Instant now) {
        Matter matter = noted.matter();
        if (matter.dataset() != null && matter.site() != null) {
            know(handle, matter.dataset(), matter.site());
        }
        Spread.over(handle, "watch_copy", noted, now);
    }

    /** A clock that was put back: what was judged after this instant was judged too early. */
    void recall(Handle handle, Instant later) {
        Spread.recall(handle, "watch_copy", later);
    }

    private void know(Handle handle, DatasetId dataset, SiteId site) {
        Optional<State> home = dataset.home();
        Optional<State> host = site.state();
        if (home.isPresent() && (home.get() == own || host.filter(own::equals).isPresent())) {
            handle.createUpdate("INSERT INTO watch_copy (dataset, site, home, host, next_at, cause)"
                            + " VALUES (:dataset, :site, :home, :host, 'infinity', 'COPY') ON CONFLICT DO NOTHING")
                    .bind("dataset", dataset.value())
                    .bind("site", site.value())
                    .bind("home", home.get().name())
                    .bind("host", Matter.host(site))
                    .execute();
        }
    }

    /** Takes copies whose time has come, the latest changes first, so that one that takes minutes does not hold up one that takes a moment. No other process gets them until the transaction ends. */
    List<Due> take(Handle handle, Instant now, int most) {
        return handle.createQuery(
                        "SELECT dataset, site, said, cause, judged_at, next_at FROM watch_copy WHERE next_at <= :now"
                                + " ORDER BY next_at DESC LIMIT :most FOR UPDATE SKIP LOCKED")
                .bind("now", timestamp(now))
                .bind("most", most)
                .map((row, context) -> new Due(
                        new CopyId(new DatasetId(row.getString("dataset")), new SiteId(row.getString("site"))),
                        row.getString("said"),
                        JudgingCause.valueOf(row.getString("cause")),
                        row.getObject("judged_at", OffsetDateTime.class).toInstant(),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Writes down what has come of judging; what comes next by itself comes with time. */
    void judged(Handle handle, List<Outcome> outcomes, Instant at) {
        PreparedBatch batch = handle.prepareBatch(
                "UPDATE watch_copy SET said = :said, judged_at = :at, cause = 'TIME',"
                        + " next_at = COALESCE(CAST(:next AS timestamptz), 'infinity') WHERE dataset = :dataset AND site = :site");
        for (Outcome outcome : outcomes) {
            batch.bind("said", outcome.said())
                    .bind("at", timestamp(at))
                    .bindByType("next", outcome.next().map(Spread::timestamp).orElse(null), OffsetDateTime.class)
                    .bind("dataset", outcome.copy().dataset().value())
                    .bind("site", outcome.copy().site().value())
                    .add();
        }
        batch.execute();
    }

    /** Puts copies off; what was said of them stands. */
    void postpone(Handle handle, List<CopyId> some, Optional<Instant> until) {
        PreparedBatch batch =
                handle.prepareBatch("UPDATE watch_copy SET next_at = COALESCE(CAST(:until AS timestamptz), 'infinity')"
                        + " WHERE dataset = :dataset AND site = :site");
        for (CopyId copy : some) {
            batch.bindByType("until", until.map(Spread::timestamp).orElse(null), OffsetDateTime.class)
                    .bind("dataset", copy.dataset().value())
                    .bind("site", copy.site().value())
                    .add();
        }
        batch.execute();
    }

    /** How many wait to be judged, counted no further than to a bound. */
    int due(Handle handle, Instant now, int most) {
        return handle.createQuery(
                        "SELECT count(*) FROM (SELECT 1 FROM watch_copy WHERE next_at <= :now LIMIT :most) AS due")
                .bind("now", timestamp(now))
                .bind("most", most)
                .mapTo(Integer.class)
                .one();
    }
}
