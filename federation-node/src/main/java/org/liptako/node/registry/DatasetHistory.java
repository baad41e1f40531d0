package org.liptako.node.registry;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.DatasetId;

/** What has become of the copies of a dataset. Thread-safe. */
@Singleton
public final class DatasetHistory {
    /** A copy that begins to stand as it stood is no step: an entry has been said again, or has ended what overlaid it. */
    private static final String STEPS = """
            SELECT s.kind, s.subject, s.place, s.said_by, s.authoritative, s.value, s.journal_index, s.held_from, s.known_from,
                b.status AS before, CASE WHEN s.held_to <= :held THEN s.held_to END AS until
            FROM registry_statement s LEFT JOIN LATERAL (
                SELECT status, value FROM registry_statement b WHERE s.kind = 'REPLICA' AND b.kind = 'REPLICA'
                AND b.subject = s.subject AND b.place = s.place AND b.said_by = s.said_by
                AND b.known_from <= :known AND b.known_to > :known AND b.held_to = s.held_from LIMIT 1) b ON true
            WHERE s.kind IN ('REPLICA', 'CHALLENGE', 'FINDING') AND s.subject = :dataset AND s.authoritative
                AND s.known_from <= :known AND s.known_to > :known AND s.held_from <= :held
                AND (s.kind <> 'REPLICA' OR b.value IS DISTINCT FROM s.value) AND starts_with(s.place, :soil)
            ORDER BY s.held_from DESC, s.place DESC, s.kind DESC, s.said_by DESC LIMIT :most""";

    private final Jdbi jdbi;
    private final Registry registry;

    public DatasetHistory(Jdbi jdbi, Registry registry) {
        this.jdbi = jdbi;
        this.registry = registry;
    }

    /** What somebody is shown of what had become of the copies of a dataset until an instant, as known at another; the latest first, so many at most. */
    public List<HistoryStep> steps(
            DatasetId dataset, Instant heldAt, Instant knownAt, Disclosure disclosure, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(STEPS)
                .bind("dataset", dataset.value())
                .bind("held", Timeline.timestamp(heldAt))
                .bind("known", Timeline.timestamp(knownAt))
                .bind("soil", soil(dataset, disclosure))
                .bind("most", most)
                .map((row, context) -> step(row))
                .list());
    }

    /** How the sites begin whose copies are shown: any, or those on the reader's own soil. */
    private String soil(DatasetId dataset, Disclosure disclosure) {
        return disclosure.shows(dataset, registry.dataset(dataset).orElse(null))
                ? ""
                : disclosure.reader().name() + "-";
    }

    private static HistoryStep step(ResultSet row) throws SQLException {
        return switch (StatementKind.valueOf(row.getString("kind"))) {
            case REPLICA ->
                new HistoryStep.Stood(
                        ReplicaStatement.of(StatementStore.stated(row, ReplicaState.class)),
                        Optional.ofNullable(row.getString("before")).map(ReplicaStatus::valueOf));
            case CHALLENGE ->
                new HistoryStep.Challenged(ChallengeStatement.of(StatementStore.stated(row, CopyChallenged.class)));
            case FINDING ->
                new HistoryStep.Found(
                        FindingStatement.of(StatementStore.stated(row, CopyFinding.class)),
                        Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant));
            default -> throw new IllegalStateException("No such statement is a step of a copy's history.");
        };
    }
}
