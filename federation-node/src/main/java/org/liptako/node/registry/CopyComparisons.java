package org.liptako.node.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.name.State;

/** What is found by holding statements on copies against the clock, against those before them and against each other; a page at a time. */
public final class CopyComparisons {
    private static final String COLUMNS =
            "s.subject, s.place, s.said_by, s.authoritative, s.value, s.journal_index, s.held_from, s.known_from";
    // A peer may write any instant, and PostgreSQL keeps fewer: one that it cannot read must not stop the question.
    private static final String MOVE_BY =
            "CASE WHEN value::jsonb ->> 'moveBy' ~ '^[12][0-9]{3}-' THEN (value::jsonb ->> 'moveBy')::timestamptz END";

    private final Handle handle;

    public CopyComparisons(Handle handle) {
        this.handle = handle;
    }

    /** What States had against copies of a State that should have been moved by then and lay there still; by dataset, site and State. */
    public List<FindingStatement> overdue(State home, AsOf asOf, CopyCursor after, int most) {
        Query query = after(
                        handle.createQuery(StatementStore.SELECT + "WHERE kind = 'FINDING' AND subject LIKE :home AND "
                                + MOVE_BY + " < :held"
                                + " AND (subject, place, said_by) > (:afterSubject, :afterPlace, :afterSaidBy)"
                                + asOf.condition() + " AND (subject, place) IN (SELECT subject, place FROM"
                                + " registry_statement WHERE kind = 'REPLICA' AND authoritative AND subject LIKE :home"
                                + " AND status <> ALL (:nothing)" + asOf.condition() + ")"
                                + " ORDER BY subject, place, said_by LIMIT :most"),
                        after)
                .bindArray("nothing", String.class, ReplicaStatus.namesOfNothingThere())
                .bind("home", home + "-%")
                .bind("held", Timeline.timestamp(asOf.held()))
                .bind("most", most);
        if (!asOf.latest()) {
            query.bind("known", Timeline.timestamp(asOf.known()));
        }
        return query.map((row, context) -> FindingStatement.of(StatementStore.stated(row, CopyFinding.class)))
                .list();
    }

    /** What changed for a State's copies in a time, as known now; by instant, dataset and site. */
    public List<CopyChange> changes(State home, Instant since, Instant until, ChangeCursor after, int most) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + ", b.status AS before FROM registry_statement s LEFT JOIN LATERAL ("
                                + "SELECT status, value FROM registry_statement b WHERE b.kind = 'REPLICA' AND b.subject = s.subject"
                                + " AND b.place = s.place AND b.said_by = s.said_by AND b.known_to = 'infinity'"
                                + " AND b.held_to = s.held_from LIMIT 1) b ON true"
                                + " WHERE s.kind = 'REPLICA' AND s.authoritative AND s.known_to = 'infinity'"
                                + " AND s.held_from >= :since AND s.held_from < :until AND s.subject LIKE :home"
                                + " AND (s.held_from, s.subject, s.place) > (:afterAt, :afterSubject, :afterPlace)"
                                + " AND b.value IS DISTINCT FROM s.value ORDER BY s.held_from, s.subject, s.place LIMIT :most")
                .bind("since", Timeline.timestamp(since))
                .bind("until", Timeline.timestamp(until))
                .bind("home", home + "-%")
                .bind("afterAt", Timeline.timestamp(after.at()))
                .bind("afterSubject", after.dataset())
                .bind("afterPlace", after.site())
                .bind("most", most)
                .map((row, context) -> new CopyChange(
                        ReplicaStatement.of(StatementStore.stated(row, ReplicaState.class)),
                        Optional.ofNullable(row.getString("before"))))
                .list();
    }

    /**
     * Where one State says of a State's copy what the State with the last word on it denies, as known now; by dataset, site and the one State. A State that
     * only says that a copy is on its way, or to be erased, does not deny that it has come, or is gone.
     */
    public List<CopyDisagreement> disagreements(State home, Instant held, CopyCursor after, int most) {
        return after(
                        handle.createQuery("SELECT " + COLUMNS + ", o.said_by AS o_said_by, o.value AS o_value,"
                                + " o.journal_index AS o_index, o.held_from AS o_held, o.known_from AS o_known"
                                + " FROM registry_statement o JOIN registry_statement s ON s.kind = 'REPLICA'"
                                + " AND s.subject = o.subject AND s.place = o.place AND s.authoritative"
                                + " AND s.known_to = 'infinity' AND s.held_from <= :held AND s.held_to > :held"
                                + " WHERE o.kind = 'REPLICA' AND NOT o.authoritative AND o.known_to = 'infinity'"
                                + " AND o.held_from <= :held AND o.held_to > :held AND o.subject LIKE :home"
                                + " AND o.status <> ALL ('{PLANNED,PENDING,GRANTED,TRANSFERRING}')"
                                + " AND NOT (o.status = 'ERASING' AND s.status = 'ERASED')"
                                + " AND (o.status IS DISTINCT FROM s.status OR o.value::jsonb ->> 'versionRoot'"
                                + " IS DISTINCT FROM s.value::jsonb ->> 'versionRoot')"
                                + " AND (o.subject, o.place, o.said_by) > (:afterSubject, :afterPlace, :afterSaidBy)"
                                + " ORDER BY o.subject, o.place, o.said_by LIMIT :most"),
                        after)
                .bind("held", Timeline.timestamp(held))
                .bind("home", home + "-%")
                .bind("most", most)
                .map((row, context) -> disagreement(row))
                .list();
    }

    private static Query after(Query query, CopyCursor after) {
        return query.bind("afterSubject", after.dataset())
                .bind("afterPlace", after.site())
                .bind("afterSaidBy", after.saidBy());
    }

    private static CopyDisagreement disagreement(ResultSet row) throws SQLException {
        ReplicaStatement last = ReplicaStatement.of(StatementStore.stated(row, ReplicaState.class));
        return new CopyDisagreement(
                last,
                new ReplicaStatement(
                        last.dataset(),
                        last.site(),
                        JournalJson.read(row.getString("o_value"), ReplicaState.class),
                        false,
                        new Source(
                                State.valueOf(row.getString("o_said_by")),
                                row.getLong("o_index"),
                                StatementStore.instant(row, "o_held"),
                                StatementStore.instant(row, "o_known"))));
    }
}
