package org.liptako.node.possession.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.node.journal.event.JournalJson;

/** What looks have found, in the database: however much it is, it is not in memory. Thread-safe. */
public final class LookStore {
    /** A look that was killed is over by then, however long its bytes took. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final Jdbi jdbi;

    public LookStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A finding as a look has kept it. */
    record Kept(HoldingFinding finding, long files) {}

    /** Keeps a finding; false if the look has it already. */
    boolean put(UUID look, HoldingFinding finding, long files) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "INSERT INTO possession_finding (look, subject, place, kind, value, files, at)"
                                        + " VALUES (:look, :subject, :place, :kind, :value, :files, now()) ON CONFLICT DO NOTHING")
                        .bind("look", look)
                        .bind("subject", finding.subject())
                        .bind("place", finding.place())
                        .bind("kind", finding.cause().kind().name())
                        .bind("value", JournalJson.write(finding))
                        .bind("files", files)
                        .execute())
                > 0;
    }

    boolean remove(UUID look, HoldingFinding finding) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM possession_finding"
                                + " WHERE look = :look AND subject = :subject AND place = :place")
                        .bind("look", look)
                        .bind("subject", finding.subject())
                        .bind("place", finding.place())
                        .execute())
                > 0;
    }

    boolean contains(UUID look, HoldingFinding finding) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT 1 FROM possession_finding"
                        + " WHERE look = :look AND subject = :subject AND place = :place")
                .bind("look", look)
                .bind("subject", finding.subject())
                .bind("place", finding.place())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Those of a kind, or all, in their order after this one. */
    List<Kept> page(UUID look, Optional<HoldingKind> kind, Optional<Kept> after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT value, files FROM possession_finding"
                        + " WHERE look = :look AND (:kind = '' OR kind = :kind)"
                        + " AND (subject, place) > (:subject, :place) ORDER BY subject, place LIMIT :most")
                .bind("look", look)
                .bind("kind", kind.map(HoldingKind::name).orElse(""))
                .bind("subject", after.map(kept -> kept.finding().subject()).orElse(""))
                .bind("place", after.map(kept -> kept.finding().place()).orElse(""))
                .bind("most", most)
                .map((row, context) ->
                        new Kept(JournalJson.read(row.getString("value"), HoldingFinding.class), row.getLong("files")))
                .list());
    }

    /** Removes what a look has found, and what looks have left that were killed long ago. */
    void forget(UUID look, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM possession_finding WHERE look = :look OR at < :old")
                .bind("look", look)
                .bind("old", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .execute());
    }
}
