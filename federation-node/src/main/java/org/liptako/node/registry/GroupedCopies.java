package org.liptako.node.registry;

import java.time.Instant;
import org.jdbi.v3.core.statement.Query;
import org.liptako.pki.name.State;

/** In SQL: the statements that put copies into a group, as {@code f}, as far as somebody is shown these copies. Several may be of one copy. */
record GroupedCopies(CopyGroup group, Disclosure to) {
    private static final String COPIES = "registry_statement f WHERE f.kind = 'REPLICA' AND f.authoritative"
            + " AND f.known_to = 'infinity' AND f.held_from <= :held AND f.held_to > :held AND f.place <> ''";

    /** What stands behind {@code FROM}. */
    String rows() {
        String rows = switch (group) {
            case CopyGroup.Standing standing -> COPIES + " AND f.place = :site AND f.status = ANY (:statuses)";
            case CopyGroup.Found found ->
                FoundCopies.of(found.kind())
                        + found.home()
                                .map(home -> " AND left(f.subject, 2) = :home")
                                .orElse("")
                        + found.site().map(site -> " AND f.place = :site").orElse("");
            case CopyGroup.LyingWith lying ->
                COPIES + " AND left(f.place, 2) = ANY (:keepers) AND f.status <> ALL (:nothing)";
        };
        return rows + Disclosure.condition("f.subject", "f.place");
    }

    Query bind(Query query, Instant now) {
        query.bind("held", Timeline.timestamp(now)).bind("reader", to.reader().name());
        switch (group) {
            case CopyGroup.Standing standing ->
                query.bind("site", standing.site().value())
                        .bindArray(
                                "statuses",
                                String.class,
                                standing.statuses().stream()
                                        .map(ReplicaStatus::name)
                                        .toList());
            case CopyGroup.Found found -> {
                query.bindArray("nothing", String.class, ReplicaStatus.namesOfNothingThere());
                found.home().ifPresent(home -> query.bind("home", home.name()));
                found.site().ifPresent(site -> query.bind("site", site.value()));
            }
            case CopyGroup.LyingWith lying ->
                query.bindArray("nothing", String.class, ReplicaStatus.namesOfNothingThere())
                        .bindArray(
                                "keepers",
                                String.class,
                                lying.keepers().stream().map(State::name).toList());
        }
        return query;
    }
}
