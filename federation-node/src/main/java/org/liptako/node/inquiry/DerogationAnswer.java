package org.liptako.node.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.registry.CopyCursor;
import org.liptako.node.registry.CopyFilter;
import org.liptako.node.registry.ReplicaStatement;

/** Copies that lie where they do under a grant in which a ban was lifted by a derogation, the latest grant first. */
final class DerogationAnswer {
    private static final int MOST_COPIES = 100_000;
    private static final String SELECT = "SELECT r.state, r.index, r.at, e.payload FROM inquiry_ruling r"
            + " JOIN journal_entry e ON e.state = r.state AND e.index = r.index"
            + " WHERE r.derogating AND r.dataset LIKE :home AND (r.at, r.state, r.index) < (:at, :state, :index)"
            + " ORDER BY r.at DESC, r.state DESC, r.index DESC LIMIT :most";

    private DerogationAnswer() {}

    /** An entry, and where to go on after it; one that cannot be read as a grant bears no row, and does not end the answer. */
    private record Found(Optional<PlacementGranted> grant, Cursor cursor) {}

    /** A row, and where to go on after its grant. */
    private record Told(Row row, Cursor cursor) {}

    static Page copies(Reader reader, Asked asked, Cursor after, int most) {
        Query query = reader.registry()
                .handle()
                .createQuery(SELECT)
                .bind("home", asked.state() + "-%")
                .bind("most", most + 1);
        RulingAnswer.bindCursor(query, after);
        List<Found> read = query.map((row, context) -> found(row)).list();
        List<Found> page = read.stream().limit(most).toList();
        if (page.isEmpty()) {
            return new Page(List.of(), Cursor.START);
        }
        List<Told> told = told(reader, page);
        // A grant may be of several rows, and fill the page before one that is not shown.
        Cursor next = told.isEmpty() ? page.getLast().cursor() : told.getLast().cursor();
        return new Page(told.stream().map(Told::row).toList(), read.size() > most ? next : Cursor.START);
    }

    private static Found found(ResultSet row) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Found(
                JournalJson.event(row.getString("payload"))
                        .filter(PlacementGranted.class::isInstance)
                        .map(PlacementGranted.class::cast),
                Cursor.of(at.toString(), row.getString("state"), row.getString("index")));
    }

    private static List<Told> told(Reader reader, List<Found> page) {
        List<DatasetId> ids = page.stream()
                .flatMap(found -> found.grant().stream())
                .map(grant -> grant.terms().dataset())
                .distinct()
                .toList();
        List<ReplicaStatement> copies = reader.registry()
                .copies(
                        new CopyFilter(new CopyFilter.OfAny(ids), CopyAnswer.LYING_THERE),
                        CopyCursor.START,
                        MOST_COPIES);
        Map<DatasetId, Dataset> datasets = reader.registry().datasets(ids);
        List<Told> told = new ArrayList<>();
        for (Found found : page) {
            Optional<PlacementGranted> grant = found.grant();
            copies.stream()
                    .filter(copy -> grant.filter(
                                    one -> one.serial().equals(copy.state().grant()))
                            .isPresent())
                    .filter(copy -> reader.disclosure()
                            .shows(
                                    copy.dataset(),
                                    datasets.get(copy.dataset()),
                                    copy.state().country()))
                    .forEach(copy -> told.add(new Told(row(copy, grant.orElseThrow(), datasets), found.cursor())));
        }
        return told;
    }

    private static Row row(ReplicaStatement copy, PlacementGranted grant, Map<DatasetId, Dataset> datasets) {
        return CopyRows.draft(copy, datasets.get(copy.dataset()))
                .put(Column.DEROGATIONS, Cell.list(derogations(grant.decision())))
                .put(Column.GRANT, Cell.of(grant.serial()))
                .put(Column.EXPIRES, Cell.of(grant.expires()))
                .put(Column.AT, Cell.of(grant.at()))
                .put(
                        Column.RULES,
                        Cell.list(grant.rules().stream().map(CitedRule::id).toList()))
                .from(copy.source());
    }

    /** Which ban was lifted by which rule. */
    private static Set<String> derogations(JsonNode decision) {
        Set<String> derogations = new LinkedHashSet<>();
        for (JsonNode finding : decision.path("findings")) {
            for (JsonNode derogation : finding.path("derogations")) {
                derogations.add(derogation.path("ban").asText() + " ← "
                        + derogation.path("by").asText());
            }
        }
        return derogations;
    }
}
