package org.liptako.node.registry;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Counts copies as they stand now, as far as somebody is shown them. Each is one question, which an index answers: nothing is read of the copies themselves,
 * however many there are. Thread-safe.
 */
@Singleton
public final class Tallies {
    private static final String HELD = " AND known_to = 'infinity' AND held_from <= :held AND held_to > :held";
    private static final String COUNTED = "count(*) AS copies, min(subject) AS first, max(subject) AS last";

    private final Jdbi jdbi;
    private final Clock clock;

    public Tallies(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** How many copies at a site stand so, of these ways to stand; what is not named stands at none. */
    public Map<ReplicaStatus, Tally> copiesAt(SiteId site, Collection<ReplicaStatus> statuses, Disclosure to) {
        String sql = "SELECT status AS kind, " + COUNTED + " FROM registry_statement r"
                + " WHERE kind = 'REPLICA' AND authoritative AND place = :site AND place <> '' AND status = ANY (:statuses)"
                + HELD + Disclosure.condition("r.subject", "r.place") + " GROUP BY status";
        return counted(
                sql,
                ReplicaStatus.class,
                query -> query.bind("site", site.value())
                        .bindArray(
                                "statuses",
                                String.class,
                                statuses.stream().map(ReplicaStatus::name).toList())
                        .bind("reader", to.reader().name()));
    }

    /** Of how many copies that lie at a site States have found so. */
    public Map<FindingKind, Tally> findingsAt(SiteId site, Disclosure to) {
        return findings(to, " AND f.place = :site", query -> query.bind("site", site.value()));
    }

    /** The same of a State's data, wherever they lie. */
    public Map<FindingKind, Tally> findingsOf(State home, Disclosure to) {
        return findings(to, " AND left(f.subject, 3) = :home", query -> query.bind("home", home.name() + "-"));
    }

    /** The same of all data. */
    public Map<FindingKind, Tally> findings(Disclosure to) {
        return findings(to, "", UnaryOperator.identity());
    }

    /** Both States' words on one copy are about one copy. */
    private Map<FindingKind, Tally> findings(Disclosure to, String condition, UnaryOperator<Query> bind) {
        String sql = Stream.of(FindingKind.values())
                .map(kind -> "SELECT '" + kind + "' AS kind, " + COUNTED
                        + " FROM (SELECT DISTINCT f.subject, f.place FROM " + FoundCopies.of(kind) + condition
                        + Disclosure.condition("f.subject", "f.place") + ") found")
                .collect(Collectors.joining(" UNION ALL "));
        return counted(
                sql,
                FindingKind.class,
                query -> bind.apply(query)
                        .bindArray("nothing", String.class, ReplicaStatus.namesOfNothingThere())
                        .bind("reader", to.reader().name()));
    }

    private <K extends Enum<K>> Map<K, Tally> counted(String sql, Class<K> kinds, UnaryOperator<Query> bind) {
        Map<K, Tally> counts = new EnumMap<>(kinds);
        jdbi.useHandle(handle -> bind
                .apply(handle.createQuery(sql).bind("held", Timeline.timestamp(clock.instant())))
                .map((row, context) -> Map.entry(Enum.valueOf(kinds, row.getString("kind")), tally(row)))
                .list()
                .stream()
                .filter(count -> count.getValue().copies() > 0)
                .forEach(count -> counts.put(count.getKey(), count.getValue())));
        return counts;
    }

    private static Tally tally(ResultSet row) throws SQLException {
        String last = row.getString("last");
        return new Tally(
                row.getLong("copies"),
                Optional.ofNullable(row.getString("first"))
                        .filter(first -> first.equals(last))
                        .map(DatasetId::new));
    }
}
