package org.liptako.node.registry;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.serving.PayloadRights;
import org.liptako.pki.name.State;

/**
 * Which entries of this State's journal another State may open. What is about a secret dataset, or about one that nobody has described, is for its home State; what
 * is about a copy on somebody's soil, for that State as well; and a State that has, or had, a copy on its soil may know the dataset itself. That a dataset has become
 * secret is told to all who knew it before: they must not go on to show what they knew.
 */
@Singleton
public final class EntryDisclosure implements PayloadRights {
    private final Jdbi jdbi;

    public EntryDisclosure(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Judged judge(State reader, List<JournalEntry> entries) {
        Map<Long, EntrySubject> subjects = new HashMap<>();
        for (JournalEntry entry : entries) {
            entry.opened()
                    .flatMap(opening -> JournalJson.event(opening.payload()))
                    .ifPresent(event -> subjects.put(entry.index(), EntrySubject.of(event)));
        }
        Set<DatasetId> named = subjects.values().stream()
                .flatMap(subject -> subject.datasets().stream())
                .collect(Collectors.toSet());
        Map<DatasetId, Standing> standings = standings(reader, named);
        Map<Long, Secret> withheld = new HashMap<>();
        subjects.forEach((index, subject) ->
                reason(reader, subject, standings).ifPresent(secret -> withheld.put(index, secret)));
        return new Judged(named, withheld);
    }

    @Override
    public Set<Secret> ended(State reader, Collection<Secret> secrets) {
        Map<DatasetId, Standing> standings =
                standings(reader, secrets.stream().map(Secret::dataset).collect(Collectors.toSet()));
        return secrets.stream()
                .filter(secret -> standings
                        .getOrDefault(secret.dataset(), Standing.UNKNOWN)
                        .opens(secret.matter()))
                .collect(Collectors.toSet());
    }

    private static Optional<Secret> reason(State reader, EntrySubject subject, Map<DatasetId, Standing> standings) {
        if (subject.soils().contains(reader)) {
            return Optional.empty();
        }
        return subject.datasets().stream()
                .filter(dataset -> dataset.home().filter(reader::equals).isEmpty())
                .filter(dataset ->
                        !standings.getOrDefault(dataset, Standing.UNKNOWN).opens(subject.matter()))
                .map(dataset -> new Secret(dataset, subject.matter()))
                .findFirst();
    }

    /**
     * What a dataset is to a reader.
     *
     * @param plain whether it is described, and not as secret
     * @param wasPlain whether it ever was
     * @param hosted whether a copy of it lies, lay or is to lie on the reader's soil, by the word of its home: a State's own word makes it no host
     */
    private record Standing(boolean plain, boolean wasPlain, boolean hosted) {
        static final Standing UNKNOWN = new Standing(false, false, false);

        boolean opens(Matter matter) {
            return switch (matter) {
                case DESCRIPTION -> wasPlain || hosted;
                case DATASET -> plain || hosted;
                case COPIES -> plain;
            };
        }
    }

    private Map<DatasetId, Standing> standings(State reader, Set<DatasetId> datasets) {
        if (datasets.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT asked.dataset,
                               coalesce(described.plain, false) AS plain,
                               coalesce(described.was_plain, false) AS was_plain,
                               EXISTS (SELECT FROM registry_statement copy
                                       WHERE copy.kind = 'REPLICA' AND copy.subject = asked.dataset
                                         AND copy.said_by = left(asked.dataset, 2)
                                         AND left(copy.place, 2) = :reader) AS hosted
                        FROM unnest(:datasets) AS asked (dataset)
                        CROSS JOIN LATERAL (
                            SELECT bool_or(class.plain) AS was_plain,
                                   bool_or(class.plain AND known_to = 'infinity' AND held_to = 'infinity') AS plain
                            FROM registry_statement,
                                 LATERAL (SELECT coalesce(value::jsonb ->> 'classification', '') NOT IN (<secret>) AS plain) AS class
                            WHERE kind = 'DATASET' AND subject = asked.dataset AND authoritative) AS described
                        """)
                .bindList("secret", List.copyOf(Disclosure.SECRET))
                .bind("reader", reader.name())
                .bindArray(
                        "datasets",
                        String.class,
                        datasets.stream().map(DatasetId::value).toList())
                .reduceRows(new HashMap<>(), (standings, row) -> {
                    standings.put(
                            new DatasetId(row.getColumn("dataset", String.class)),
                            new Standing(
                                    row.getColumn("plain", Boolean.class),
                                    row.getColumn("was_plain", Boolean.class),
                                    row.getColumn("hosted", Boolean.class)));
                    return standings;
                }));
    }
}
