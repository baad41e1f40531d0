package org.liptako.node.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.registry.RequestFields;
import org.liptako.node.registry.Source;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Answers whose rows are rulings, the latest first: what a State's journal says that it granted, refused or found of a copy. */
final class RulingAnswer {
    private static final String SELECT =
            "SELECT r.state, r.index, r.dataset, r.site, r.at, e.payload, e.recorded_at FROM inquiry_ruling r"
                    + " JOIN journal_entry e ON e.state = r.state AND e.index = r.index"
                    + " WHERE r.at >= :since AND r.at < :until AND (r.at, r.state, r.index) < (:at, :state, :index)";
    private static final String IN_ORDER = " ORDER BY r.at DESC, r.state DESC, r.index DESC LIMIT :most";
    private static final Instant BEFORE_ALL = Instant.parse("2199-12-31T23:59:59.999999Z");

    private RulingAnswer() {}

    /** A ruling as its entry stands in the journal. */
    private record Found(DatasetId dataset, SiteId site, Instant at, String payload, Source source) {}

    static Page rulings(Reader reader, Asked asked, Cursor after, int most) {
        return page(reader, asked, " AND r.dataset = :dataset", after, most);
    }

    static Page refusals(Reader reader, Asked asked, Cursor after, int most) {
        return page(reader, asked, " AND r.type = 'REFUSAL'", after, most);
    }

    private static Page page(Reader reader, Asked asked, String which, Cursor after, int most) {
        boolean then = !reader.registry().asOf().latest();
        String ofState = asked.stateIfAny().isPresent() ? " AND r.state = :ofState" : "";
        Query query = reader.registry()
                .handle()
                .createQuery(SELECT + which + ofState + (then ? " AND e.recorded_at <= :known" : "") + IN_ORDER)
                .bind("since", asked.since().atOffset(ZoneOffset.UTC))
                .bind("until", asked.until().atOffset(ZoneOffset.UTC))
                .bind("most", most + 1);
        bindCursor(query, after);
        asked.datasetIfAny().ifPresent(dataset -> query.bind("dataset", dataset.value()));
        asked.stateIfAny().ifPresent(state -> query.bind("ofState", state.name()));
        if (then) {
            query.bind("known", reader.registry().asOf().known().atOffset(ZoneOffset.UTC));
        }
        List<Found> read = query.map((row, context) -> found(row)).list();
        List<Found> page = read.size() > most ? read.subList(0, most) : read;
        return new Page(rows(reader, page), read.size() > most ? cursor(page.getLast()) : Cursor.START);
    }

    static void bindCursor(Query query, Cursor after) {
        List<String> parts = after.isStart() ? List.of(BEFORE_ALL.toString(), "", "0") : after.exactly(3);
        query.bind(
                        "at",
                        RequestFields.instant("page_token", parts.get(0))
                                .orElse(BEFORE_ALL)
                                .atOffset(ZoneOffset.UTC))
                .bind("state", parts.get(1))
                .bind("index", index(after, parts.get(2)));
    }

    private static long index(Cursor after, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notAnIndex) {
            throw after.foreign();
        }
    }

    private static Cursor cursor(Found last) {
        return Cursor.of(
                last.at().toString(),
                last.source().saidBy().name(),
                Long.toString(last.source().journalIndex()));
    }

    private static List<Row> rows(Reader reader, List<Found> page) {
        Map<DatasetId, Dataset> datasets = reader.registry()
                .datasets(page.stream().map(Found::dataset).distinct().toList());
        List<Row> rows = new ArrayList<>();
        for (Found found : page) {
            if (reader.disclosure().shows(found.dataset(), datasets.get(found.dataset()))) {
                Optional<JournalEvent> event = JournalJson.event(found.payload());
                event.map(RulingCells::of).ifPresent(draft -> rows.add(draft.from(found.source())));
            }
        }
        return rows;
    }

    private static Found found(ResultSet row) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Found(
                new DatasetId(row.getString("dataset")),
                new SiteId(row.getString("site")),
                at,
                row.getString("payload"),
                new Source(
                        State.valueOf(row.getString("state")),
                        row.getLong("index"),
                        at,
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
    }
}
