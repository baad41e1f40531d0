package org.liptako.node.console;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.DatasetHistory;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.HistoryStep;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.WhereDesk;
import org.liptako.node.registry.Whereabouts;
import org.liptako.pki.name.SiteId;

/** Reads a dataset's page from the desks that know of it: where its copies are, what has become of them, what was decided. */
@Singleton
final class DatasetReader {
    private static final int MOST_STEPS = 200;

    private final WhereDesk where;
    private final DatasetHistory history;
    private final DatasetRulings rulings;
    private final Registry registry;
    private final FactWords facts;
    private final CoverageRows coverage;
    private final PageRights rights;
    private final NodeConfig node;
    private final Clock clock;

    DatasetReader(
            WhereDesk where,
            DatasetHistory history,
            DatasetRulings rulings,
            Registry registry,
            FactWords facts,
            CoverageRows coverage,
            PageRights rights,
            NodeConfig node,
            Clock clock) {
        this.where = where;
        this.history = history;
        this.rulings = rulings;
        this.registry = registry;
        this.facts = facts;
        this.coverage = coverage;
        this.rights = rights;
        this.node = node;
        this.clock = clock;
    }

    /** @throws org.liptako.node.wire.Failure NOT_KNOWN for a dataset that the registry does not know, or that is not for the reader to know of */
    DatasetPage read(Caller reader, DatasetId id, AsOfQuery when, Words words) {
        Disclosure disclosure = new Disclosure(reader.state());
        Whereabouts found = where.where(id, when.held(), when.known(), disclosure);
        Dataset dataset = found.dataset();
        Map<SiteId, Site> sites = registry.sites().stream().collect(toUnmodifiableMap(Site::id, identity()));
        List<HistoryStep> steps = history.steps(id, found.heldAt(), found.knownAt(), disclosure, MOST_STEPS);
        StepRows rows = new StepRows(sites, words);
        boolean whole = disclosure.shows(id, dataset);
        boolean receipts = rights.allows(reader, Route.RECEIPT);
        DatasetRulings.Shown ruled = rulings.shown(reader, when, whole ? Optional.of(id) : Optional.empty(), words);
        return new DatasetPage(
                id.value(),
                words.of(dataset.name()),
                words.of(
                        "dataset.what",
                        id.value(),
                        words.of(dataset.home()),
                        facts.of("dataset.classification", dataset.classification(), words)),
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                form(found, when, words),
                coverage.rows(words),
                facts(dataset, words),
                CopyCards.of(found, sites, words, when.isPresent() && receipts),
                receipts && whole && when.known().isEmpty()
                        ? List.of(ReceiptLinks.ofState(id, when.held(), words))
                        : List.of(),
                steps.stream().map(rows::row).toList(),
                steps.size() < MOST_STEPS ? "" : earlier(id, steps.getLast(), when),
                ruled.why(),
                ruled.table(),
                ruled.more());
    }

    private static AsOfForm form(Whereabouts found, AsOfQuery when, Words words) {
        return new AsOfForm(
                field(when.held(), words),
                field(when.known(), words),
                words.of("asof.words", words.of(found.heldAt()), words.of(found.knownAt())),
                when.isPresent());
    }

    private static String field(Optional<Instant> instant, Words words) {
        return instant.map(set -> FormTime.field(set, words.zone())).orElse("");
    }

    /** The oldest step that is shown is on the next page too: none that began at its very instant is passed over. */
    private static String earlier(DatasetId id, HistoryStep oldest, AsOfQuery when) {
        Instant from = oldest.source().heldFrom();
        return "/datasets/" + id + "?held=" + from
                + when.known().map(known -> "&known=" + known).orElse("");
    }

    private List<FactRow> facts(Dataset dataset, Words words) {
        return List.of(
                new FactRow(words.of("fact.owner"), dataset.owner()),
                new FactRow(words.of("fact.home"), words.of(dataset.home())),
                new FactRow(
                        words.of("fact.classification"),
                        facts.of("dataset.classification", dataset.classification(), words)),
                new FactRow(words.of("fact.categories"), categories(dataset, words)),
                new FactRow(words.of("fact.personal"), facts.of("dataset.personal", dataset.personal(), words)),
                new FactRow(words.of("fact.strategic"), yesOrNo(dataset.strategic(), words)),
                new FactRow(words.of("fact.controller"), facts.of("dataset.controller", dataset.controller(), words)),
                new FactRow(words.of("fact.size"), Measures.gigabytes(dataset.sizeGb(), words)),
                new FactRow(
                        words.of("fact.custodian"),
                        dataset.keyCustodianState() == null
                                ? words.of("unknown")
                                : words.of(dataset.keyCustodianState())));
    }

    private String categories(Dataset dataset, Words words) {
        return dataset.categories().isEmpty()
                ? words.of("unknown")
                : dataset.categories().stream()
                        .map(code -> facts.of("dataset.categories", code, words))
                        .collect(Collectors.joining(words.of("and")));
    }

    private static String yesOrNo(@Nullable Boolean value, Words words) {
        return value == null ? words.of("unknown") : Measures.yesOrNo(value, words);
    }
}
