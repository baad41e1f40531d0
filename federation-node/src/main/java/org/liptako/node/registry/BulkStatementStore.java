package org.liptako.node.registry;

import static org.liptako.node.registry.StatementStore.HELD;
import static org.liptako.node.registry.StatementStore.KNOWN_NOW;
import static org.liptako.node.registry.StatementStore.ORDER;
import static org.liptako.node.registry.StatementStore.SELECT;
import static org.liptako.node.registry.StatementStore.instant;
import static org.liptako.node.registry.StatementStore.read;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.registry.StatementSpans.Row;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Reads many statements at once, as they are known now. */
final class BulkStatementStore {
    private static final String LASTING =
            "SELECT subject, place, said_by, value, held_from, held_to FROM registry_statement WHERE kind = :kind AND held_to > :from"
                    + KNOWN_NOW;

    /** A window of the selected copies, by dataset and site after those given, each by the State that has the last word on it. */
    List<Stated<ReplicaState>> copies(Handle handle, CopySelection selection, Page after, Instant held) {
        String wanted = switch (selection) {
            case CopySelection.All all -> "";
            case CopySelection.OfDatasets of -> " AND subject = ANY (:wanted)";
            case CopySelection.AtSites at -> " AND place = ANY (:wanted) AND place <> ''";
            case CopySelection.OfHome of -> " AND subject LIKE :wanted";
            case CopySelection.OnSoil on -> " AND place LIKE :wanted AND place <> ''";
        };
        Query query = handle.createQuery(SELECT
                        + "WHERE kind = :kind AND (subject, place) > (:afterSubject, :afterPlace) AND authoritative"
                        + wanted + KNOWN_NOW + HELD + ORDER + " LIMIT :most")
                .bind("afterSubject", after.afterSubject())
                .bind("afterPlace", after.afterPlace())
                .bind("most", after.most());
        switch (selection) {
            case CopySelection.All all -> {}
            case CopySelection.OfDatasets of ->
                query.bindArray(
                        "wanted",
                        String.class,
                        of.datasets().stream().map(DatasetId::value).toList());
            case CopySelection.AtSites at ->
                query.bindArray(
                        "wanted",
                        String.class,
                        at.sites().stream().map(SiteId::value).toList());
            case CopySelection.OfHome of -> query.bind("wanted", of.home() + "-%");
            case CopySelection.OnSoil on -> query.bind("wanted", on.host() + "-%");
        }
        return read(query, StatementKind.REPLICA, ReplicaState.class, held);
    }

    /** What every State says of everything of a kind of which there is little, as it holds at an instant or later. */
    <T> List<Row> lasting(Handle handle, StatementKind kind, Class<T> type, Instant from) {
        return rows(handle.createQuery(LASTING), kind, type, from);
    }

    /** What every State says of some subjects, as it holds at an instant or later. */
    <T> List<Row> lasting(Handle handle, StatementKind kind, Collection<String> subjects, Class<T> type, Instant from) {
        return rows(
                handle.createQuery(LASTING + " AND subject = ANY (:subjects)")
                        .bindArray("subjects", String.class, List.copyOf(subjects)),
                kind,
                type,
                from);
    }

    private static <T> List<Row> rows(Query query, StatementKind kind, Class<T> type, Instant from) {
        return query.bind("kind", kind.name())
                .bind("from", Timeline.timestamp(from))
                .map((row, context) -> new Row(
                        new StatementKey(
                                kind,
                                row.getString("subject"),
                                row.getString("place"),
                                State.valueOf(row.getString("said_by"))),
                        new StatementSpans.Span(
                                instant(row, "held_from"),
                                instant(row, "held_to"),
                                JournalJson.read(row.getString("value"), type))))
                .list();
    }

    /** What every State says of everything of a kind of which there is little, as it is known now. */
    <T> List<Stated<T>> known(Handle handle, StatementKind kind, Class<T> type, Instant held) {
        return read(handle.createQuery(SELECT + "WHERE kind = :kind" + KNOWN_NOW + HELD), kind, type, held);
    }
}
