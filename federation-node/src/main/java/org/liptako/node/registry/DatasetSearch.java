package org.liptako.node.registry;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.name.SiteId;

/** Finds datasets by what people know of them, as they are described now, with where their copies lie and how these are proved. Thread-safe. */
@Singleton
public final class DatasetSearch {
    /** Which datasets; their descriptions are read, and nothing of their copies. */
    private static final String DATASETS =
            "SELECT d.subject, d.value FROM registry_statement d WHERE d.kind = 'DATASET'"
                    + " AND d.authoritative AND d.known_to = 'infinity' AND d.held_from <= :held AND d.held_to > :held"
                    + " AND d.subject > :after";

    /** What is rare and what is frequent want other plans: PostgreSQL is to look at what is asked for, each time. */
    private static final String PLANNED_ANEW = "SET LOCAL plan_cache_mode = force_custom_plan";

    private static final String PAGE = " ORDER BY subject LIMIT :most";

    /** Of these datasets as {@code d}. A challenge counts against the version that lies there, as where copies are told one by one. */
    private static final String COPIES = """
            SELECT d.subject, d.value, c.places,
                CASE WHEN cardinality(c.places) = 0 THEN 'NONE' WHEN c.failed > 0 THEN 'FAILED'
                    WHEN c.proved = cardinality(c.places) THEN 'PROVED' ELSE 'UNPROVED' END AS standing
            FROM (%s) d CROSS JOIN LATERAL (
                SELECT COALESCE(array_agg(r.place ORDER BY r.place), CAST(ARRAY[] AS text[])) AS places,
                    count(*) FILTER (WHERE r.status = 'SEALED') AS proved,
                    count(*) FILTER (WHERE EXISTS (
                        SELECT FROM registry_statement h WHERE h.kind = 'CHALLENGE' AND h.subject = r.subject
                        AND starts_with(h.place, r.place || '/') AND h.known_to = 'infinity' AND h.held_to = 'infinity'
                        AND h.value::jsonb ->> 'outcome' <> 'PROVED'
                        AND h.value::jsonb ->> 'versionRoot' = r.value::jsonb ->> 'versionRoot')) AS failed
                FROM (
                    SELECT * FROM registry_statement WHERE kind = 'REPLICA' AND authoritative AND known_to = 'infinity'
                        AND held_to = 'infinity'
                    UNION ALL
                    SELECT * FROM registry_statement WHERE kind = 'REPLICA' AND authoritative AND known_to = 'infinity'
                        AND held_to > :held AND held_to < 'infinity') r
                WHERE r.subject = d.subject AND r.held_from <= :held AND r.status <> ALL (:nothing)) c""";

    /** Asked first, so that the copies of those datasets alone are looked at that may be found. */
    private static final String AT = " AND d.subject IN (SELECT p.subject FROM registry_statement p"
            + " WHERE p.kind = 'REPLICA' AND p.authoritative AND p.known_to = 'infinity' AND p.place = :site"
            + " AND p.place <> '' AND p.held_from <= :held AND p.held_to > :held AND p.status <> ALL (:nothing))";

    private static final String FAILED = " AND d.subject IN (SELECT h.subject FROM registry_statement h"
            + " WHERE h.kind = 'CHALLENGE' AND h.known_to = 'infinity' AND h.held_to = 'infinity'"
            + " AND h.value::jsonb ->> 'outcome' <> 'PROVED')";

    /** Of what lasts alone, which has an index: the few copies that end on a day to come are seen by the query. */
    private static final String NOWHERE = " AND NOT EXISTS (SELECT FROM registry_statement n"
            + " WHERE n.kind = 'REPLICA' AND n.authoritative AND n.known_to = 'infinity' AND n.held_to = 'infinity'"
            + " AND n.subject = d.subject AND n.held_from <= :held AND n.status <> ALL (:nothing))";

    private final Jdbi jdbi;
    private final Clock clock;

    public DatasetSearch(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A page of what somebody is shown of the datasets that are looked for, by identifier.
     *
     * @param after the identifier after which to go on; empty = from the start
     */
    public ShownPage<FoundDataset, String> page(DatasetFilter filter, Disclosure disclosure, String after, int most) {
        Instant now = clock.instant();
        return Snapshot.read(jdbi, handle -> {
            handle.execute(PLANNED_ANEW);
            return ShownPage.filled(after, most, (place, step) -> {
                List<FoundDataset> read = read(handle, filter, now, place, step);
                Optional<String> next = read.size() < step ? Optional.empty() : Optional.of(place(read.getLast()));
                return ShownPage.of(shown(read, disclosure), next, DatasetSearch::place);
            });
        });
    }

    private static List<FoundDataset> shown(List<FoundDataset> read, Disclosure disclosure) {
        return read.stream()
                .filter(found -> disclosure.shows(found.dataset().id(), found.dataset()))
                .toList();
    }

    private static String place(FoundDataset found) {
        return found.dataset().id().value();
    }

    private static List<FoundDataset> read(Handle handle, DatasetFilter filter, Instant now, String after, int most) {
        Query query = handle.createQuery(sql(filter))
                .bind("held", Timeline.timestamp(now))
                .bind("after", after)
                .bindArray("nothing", String.class, ReplicaStatus.namesOfNothingThere())
                .bind("most", most);
        for (int word = 0; word < filter.words().size(); word++) {
            query.bind("word" + word, filter.words().get(word));
        }
        filter.home().ifPresent(home -> query.bind("home", home.name() + "-%"));
        filter.classification().ifPresent(classification -> query.bind("classification", classification));
        filter.site().ifPresent(site -> query.bind("site", site.value()));
        return query.map((row, context) -> found(row)).list();
    }

    /** Of a page's datasets alone the copies are looked at, unless these say which datasets are wanted. */
    private static String sql(DatasetFilter filter) {
        String datasets = DATASETS + conditions(filter);
        return filter.proof()
                .map(proof -> "SELECT * FROM (" + COPIES.formatted(datasets) + ") found WHERE standing = '" + proof
                        + "'" + PAGE)
                .orElseGet(() -> COPIES.formatted(datasets + PAGE) + " ORDER BY subject");
    }

    private static String conditions(DatasetFilter filter) {
        return Stream.of(
                        words(filter.words().size()),
                        filter.home().map(home -> " AND d.subject LIKE :home").orElse(""),
                        filter.classification()
                                .map(any -> " AND d.value::jsonb ->> 'classification' = :classification")
                                .orElse(""),
                        filter.site().map(site -> AT).orElse(""),
                        filter.proof().map(DatasetSearch::proof).orElse(""),
                        filter.finding()
                                .map(finding -> finding(finding, filter.site()))
                                .orElse(""))
                .reduce("", String::concat);
    }

    /** Each of them stands in what a dataset is found by, as the database has it written down. */
    private static String words(int number) {
        return IntStream.range(0, number)
                .mapToObj(word -> " AND strpos(d.words, :word" + word + ") > 0")
                .collect(Collectors.joining());
    }

    /** What must be so of the dataset for its copies to stand so; that they do is for the query to see. */
    private static String proof(ProofStanding standing) {
        return switch (standing) {
            case FAILED -> FAILED;
            case NONE -> NOWHERE;
            case PROVED, UNPROVED -> "";
        };
    }

    private static String finding(FindingKind kind, Optional<SiteId> site) {
        return " AND d.subject IN (SELECT f.subject FROM " + FoundCopies.of(kind)
                + site.map(at -> " AND f.place = :site").orElse("") + ")";
    }

    private static FoundDataset found(ResultSet row) throws SQLException {
        return new FoundDataset(
                JournalJson.read(row.getString("value"), Dataset.class),
                Stream.of((String[]) row.getArray("places").getArray())
                        .map(SiteId::new)
                        .toList(),
                ProofStanding.valueOf(row.getString("standing")));
    }
}
