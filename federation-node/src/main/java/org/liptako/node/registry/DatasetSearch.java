package org.liptako.node.registry;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    /** A challenge counts against the version that lies there, as where copies are told one by one. */
    private static final String SELECT = """
            SELECT d.subject, d.value, c.places,
                CASE WHEN cardinality(c.places) = 0 THEN 'NONE' WHEN c.failed > 0 THEN 'FAILED'
                    WHEN c.proved = cardinality(c.places) THEN 'PROVED' ELSE 'UNPROVED' END AS standing
            FROM registry_statement d CROSS JOIN LATERAL (
                SELECT COALESCE(array_agg(r.place ORDER BY r.place), CAST(ARRAY[] AS text[])) AS places,
                    count(*) FILTER (WHERE r.status = 'SEALED') AS proved,
                    count(*) FILTER (WHERE EXISTS (
                        SELECT FROM registry_statement h WHERE h.kind = 'CHALLENGE' AND h.subject = r.subject
                        AND starts_with(h.place, r.place || '/') AND h.known_to = 'infinity' AND h.held_to = 'infinity'
                        AND h.value::jsonb ->> 'outcome' <> 'PROVED'
                        AND h.value::jsonb ->> 'versionRoot' = r.value::jsonb ->> 'versionRoot')) AS failed
                FROM registry_statement r WHERE r.kind = 'REPLICA' AND r.subject = d.subject AND r.authoritative
                    AND r.known_to = 'infinity' AND r.held_from <= :held AND r.held_to > :held
                    AND r.status <> ALL (:nothing)) c
            WHERE d.kind = 'DATASET' AND d.authoritative AND d.known_to = 'infinity' AND d.held_from <= :held
                AND d.held_to > :held AND d.subject > :after""";

    private static final String ACCENTED = "àâäáãçéèêëíîïñóôöõúùûüÿÀÂÄÁÃÇÉÈÊËÍÎÏÑÓÔÖÕÚÙÛÜŸ";
    /** Of a database whose own locale does not know their capitals too. */
    private static final String PLAIN = "aaaaaceeeeiiinoooouuuuy".repeat(2);

    private static final String WORDS = " AND NOT EXISTS (SELECT FROM unnest(CAST(:words AS text[])) AS word WHERE"
            + " strpos(translate(lower(concat_ws(' ', d.subject, d.value::jsonb -> 'name' ->> 'fr',"
            + " d.value::jsonb -> 'name' ->> 'en', d.value::jsonb ->> 'owner')), '" + ACCENTED + "', '" + PLAIN
            + "'), word) = 0)";

    /** Asked first, so that the copies of those datasets alone are looked at that may be found. */
    private static final String AT = " AND d.subject IN (SELECT p.subject FROM registry_statement p"
            + " WHERE p.kind = 'REPLICA' AND p.authoritative AND p.known_to = 'infinity' AND p.place = :site"
            + " AND p.place <> '' AND p.held_from <= :held AND p.held_to > :held AND p.status <> ALL (:nothing))";

    private static final String FAILED = " AND d.subject IN (SELECT h.subject FROM registry_statement h"
            + " WHERE h.kind = 'CHALLENGE' AND h.known_to = 'infinity' AND h.held_to = 'infinity'"
            + " AND h.value::jsonb ->> 'outcome' <> 'PROVED')";

    private static final String NOWHERE = " AND NOT EXISTS (SELECT FROM registry_statement n"
            + " WHERE n.kind = 'REPLICA' AND n.authoritative AND n.known_to = 'infinity' AND n.subject = d.subject"
            + " AND n.held_from <= :held AND n.held_to > :held AND n.status <> ALL (:nothing))";

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
        return Snapshot.read(
                jdbi,
                handle -> ShownPage.filled(after, most, (place, step) -> {
                    List<FoundDataset> read = read(handle, filter, now, place, step);
                    Optional<String> next = read.size() < step ? Optional.empty() : Optional.of(place(read.getLast()));
                    return ShownPage.of(shown(read, disclosure), next, DatasetSearch::place);
                }));
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
        Query query = handle.createQuery("SELECT * FROM (" + SELECT + conditions(filter) + ") found"
                        + filter.proof()
                                .map(proof -> " WHERE standing = '" + proof + "'")
                                .orElse("")
                        + " ORDER BY subject LIMIT :most")
                .bind("held", Timeline.timestamp(now))
                .bind("after", after)
                .bindArray("nothing", String.class, ReplicaStatus.namesOfNothingThere())
                .bind("most", most);
        if (!filter.words().isEmpty()) {
            query.bindArray("words", String.class, filter.words());
        }
        filter.home().ifPresent(home -> query.bind("home", home.name() + "-%"));
        filter.classification().ifPresent(classification -> query.bind("classification", classification));
        filter.site().ifPresent(site -> query.bind("site", site.value()));
        return query.map((row, context) -> found(row)).list();
    }

    private static String conditions(DatasetFilter filter) {
        return Stream.of(
                        filter.words().isEmpty() ? "" : WORDS,
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
