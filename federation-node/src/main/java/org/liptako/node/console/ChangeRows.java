package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.JournalStatus;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Registry;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** What the journals said last that a reader may see, the latest first; of what a State said several times, the last. */
@Singleton
final class ChangeRows {
    private static final int SHOWN = 8;
    /** So many entries are looked at in each journal, however much is said in them that nobody wants to hear of. */
    private static final int LOOKED_AT = 100;

    private final PeerJournals journals;
    private final Registry registry;

    ChangeRows(PeerJournals journals, Registry registry) {
        this.journals = journals;
        this.registry = registry;
    }

    List<ChangeRow> rows(Words words, State reader) {
        List<Change> changes = journals.statuses().stream()
                .flatMap(this::last)
                .sorted(Comparator.comparing(Change::at)
                        .thenComparing(Change::by)
                        .thenComparingLong(Change::index)
                        .reversed())
                .toList();
        Map<DatasetId, Dataset> datasets = datasets(changes);
        Disclosure disclosure = new Disclosure(reader);
        Map<Like, List<Change>> like = changes.stream()
                .filter(change -> isShown(change, datasets, disclosure))
                .collect(Collectors.groupingBy(Like::of, LinkedHashMap::new, Collectors.toList()));
        CatalogueNames names = new CatalogueNames(datasets, registry, disclosure, words);
        return like.values().stream()
                .limit(SHOWN)
                .map(same -> row(same.getFirst(), same.size(), names, words))
                .toList();
    }

    /** What is told by one row: that a State said the same again is one more, and does not push out what else has changed. */
    private record Like(
            State by,
            String key,
            List<Object> parts,
            @Nullable Sentence own) {
        static Like of(Change change) {
            return new Like(change.by(), change.key(), change.parts(), change.own());
        }
    }

    private Stream<Change> last(JournalStatus journal) {
        long first = Math.max(0, journal.chain().length() - LOOKED_AT);
        return journals.read(journal.state(), first, LOOKED_AT).stream()
                .flatMap(entry -> change(journal.state(), entry).stream());
    }

    private static Optional<Change> change(State by, JournalEntry entry) {
        return entry.opened()
                .flatMap(opening -> JournalJson.event(opening.payload()))
                .flatMap(event -> Change.of(by, entry.index(), event));
    }

    private Map<DatasetId, Dataset> datasets(Collection<Change> changes) {
        return registry
                .datasets(changes.stream()
                        .map(Change::dataset)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Dataset::id, Function.identity(), (one, other) -> one));
    }

    private static boolean isShown(Change change, Map<DatasetId, Dataset> datasets, Disclosure disclosure) {
        DatasetId dataset = change.dataset();
        return dataset == null || disclosure.shows(dataset, datasets.get(dataset), country(change));
    }

    private static Country country(Change change) {
        return Optional.ofNullable(change.site())
                .flatMap(SiteId::state)
                .map(Country::of)
                .orElse(Country.UNKNOWN);
    }

    private static Object[] parts(Change change, Words words) {
        return change.parts().stream()
                .map(part -> part instanceof Change.Named somebody ? SignerNames.of(somebody.name(), words) : part)
                .toArray();
    }

    private static ChangeRow row(Change change, int times, CatalogueNames names, Words words) {
        DatasetId dataset = change.dataset();
        SiteId site = change.site();
        return new ChangeRow(
                change.at().toString(),
                words.of(change.at()),
                change.own() == null
                        ? words.of("change." + change.key(), parts(change, words))
                        : words.of(change.own()),
                times == 1 ? "" : words.of("change.times", times),
                dataset == null ? "" : names.of(dataset),
                dataset == null ? "" : "/datasets/" + dataset,
                site == null ? "" : names.of(site),
                words.of("change.said", words.of(change.by()), Long.toString(change.index())));
    }
}
