package org.liptako.node.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.liptako.pki.name.SiteId;

/** Sums up the registered sizes of what lies at sites, as it is known now. */
final class RoomStore {
    private static final String OCCUPIED = """
            SELECT r.place, sum(d.size_gb) AS gb, count(*) FILTER (WHERE d.size_gb IS NULL) AS unknown
            FROM registry_statement r LEFT JOIN registry_statement d
                ON d.kind = 'DATASET' AND d.subject = r.subject AND d.place = '' AND d.known_to = 'infinity'
                AND d.held_from <= :held AND d.held_to > :held
            WHERE r.kind = 'REPLICA' AND r.place = ANY (:places) AND r.place <> '' AND r.authoritative
                AND r.known_to = 'infinity' AND r.held_from <= :held AND r.held_to > :held
                AND NOT (r.status = ANY (:nothingThere))
            GROUP BY r.place
            """;

    /** In GB, for each of the sites; empty where one of the sizes is not known. */
    Map<SiteId, OptionalLong> occupiedGb(Handle handle, Collection<SiteId> sites, Instant held) {
        Map<SiteId, OptionalLong> occupied = new HashMap<>();
        sites.forEach(site -> occupied.put(site, OptionalLong.of(0)));
        handle.createQuery(OCCUPIED)
                .bindArray(
                        "places",
                        String.class,
                        sites.stream().map(SiteId::value).toList())
                .bind("held", Timeline.timestamp(held))
                .bindArray("nothingThere", String.class, ReplicaStatus.namesOfNothingThere())
                .map((row, context) -> Map.entry(
                        new SiteId(row.getString("place")),
                        row.getLong("unknown") > 0 ? OptionalLong.empty() : OptionalLong.of(row.getLong("gb"))))
                .forEach(site -> occupied.put(site.getKey(), site.getValue()));
        return occupied;
    }

    /** The same for one site. */
    OptionalLong occupiedGb(Handle handle, SiteId site, Instant held) {
        return Objects.requireNonNull(occupiedGb(handle, List.of(site), held).get(site));
    }
}
