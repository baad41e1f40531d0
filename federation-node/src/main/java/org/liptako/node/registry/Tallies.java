package org.liptako.node.registry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Counts and lists groups of copies as they stand now, as far as somebody is shown them. A count is one question, which an index answers: nothing is read of
 * the copies themselves, however many there are. Thread-safe.
 */
@Singleton
public final class Tallies {
    private final Jdbi jdbi;
    private final Clock clock;

    public Tallies(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** How many copies of a group there are by how they stand; how none stands is left out. */
    public Map<ReplicaStatus, Long> standing(CopyGroup.Standing group, Disclosure to) {
        GroupedCopies copies = new GroupedCopies(group, to);
        return counted(
                "SELECT f.status AS kind, count(*) AS copies FROM " + copies.rows() + " GROUP BY f.status",
                copies,
                ReplicaStatus::valueOf);
    }

    /** Of how many copies States have found what, of one State's data or at one site; what is found of none is left out. */
    public Map<FindingKind, Long> findings(Optional<State> home, Optional<SiteId> site, Disclosure to) {
        String sql = Stream.of(FindingKind.values())
                .map(kind -> "SELECT '" + kind
                        + "' AS kind, count(*) AS copies FROM (SELECT DISTINCT f.subject, f.place FROM "
                        + found(kind, home, site, to).rows() + ") copy")
                .collect(Collectors.joining(" UNION ALL "));
        // What is bound is the same for each kind.
        return counted(sql, found(FindingKind.FORBIDDEN, home, site, to), FindingKind::valueOf);
    }

    private static GroupedCopies found(FindingKind kind, Optional<State> home, Optional<SiteId> site, Disclosure to) {
        return new GroupedCopies(new CopyGroup.Found(kind, home, site), to);
    }

    private <K extends Comparable<K>> Map<K, Long> counted(String sql, GroupedCopies copies, Function<String, K> kind) {
        Map<K, Long> counts = new TreeMap<>();
        jdbi.useHandle(handle -> copies
                .bind(handle.createQuery(sql), clock.instant())
                .map((row, context) -> Map.entry(row.getString("kind"), row.getLong("copies")))
                .list()
                .stream()
                .filter(count -> count.getValue() > 0)
                .forEach(count -> counts.put(kind.apply(count.getKey()), count.getValue())));
        return counts;
    }

    /** How many copies of a group there are. */
    public long count(CopyGroup group, Disclosure to) {
        GroupedCopies copies = new GroupedCopies(group, to);
        return jdbi.withHandle(handle -> copies.bind(
                        handle.createQuery("SELECT count(*) FROM (SELECT DISTINCT f.subject, f.place FROM "
                                + copies.rows() + ") copy"),
                        clock.instant())
                .mapTo(Long.class)
                .one());
    }

    /** A page of the copies of a group, by dataset and site, each by the State that has the last word on it. */
    public ShownPage<ReplicaStatement, Page> page(CopyGroup group, Page start, Disclosure to) {
        GroupedCopies copies = new GroupedCopies(group, to);
        Instant now = clock.instant();
        List<ReplicaStatement> read = jdbi
                .withHandle(handle -> StatementStore.read(
                        copies.bind(
                                handle.createQuery(StatementStore.SELECT
                                                + "WHERE kind = :kind AND authoritative AND (subject, place) > (:subject, :place)"
                                                + StatementStore.KNOWN_NOW + StatementStore.HELD
                                                + " AND (subject, place) IN (SELECT f.subject, f.place FROM "
                                                + copies.rows() + ")" + StatementStore.ORDER + " LIMIT :most")
                                        .bind("subject", start.afterSubject())
                                        .bind("place", start.afterPlace())
                                        .bind("most", start.most() + 1),
                                now),
                        StatementKind.REPLICA,
                        ReplicaState.class,
                        now))
                .stream()
                .map(ReplicaStatement::of)
                .toList();
        if (read.size() <= start.most()) {
            return new ShownPage<>(read, Optional.empty());
        }
        ReplicaStatement last = read.get(start.most() - 1);
        return new ShownPage<>(
                read.subList(0, start.most()),
                Optional.of(start.after(last.dataset().value(), last.site().value())));
    }
}
