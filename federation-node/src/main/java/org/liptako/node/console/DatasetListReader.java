package org.liptako.node.console;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.DatasetSearch;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.FindingKind;
import org.liptako.node.registry.FoundDataset;
import org.liptako.node.registry.ProofStanding;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ShownPage;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Reads the list of datasets. */
@Singleton
final class DatasetListReader {
    private static final int DATASETS_A_PAGE = 50;

    private final DatasetSearch search;
    private final Registry registry;
    private final FactWords facts;
    private final CoverageRows coverage;
    private final NodeConfig node;
    private final Clock clock;

    DatasetListReader(
            DatasetSearch search,
            Registry registry,
            FactWords facts,
            CoverageRows coverage,
            NodeConfig node,
            Clock clock) {
        this.search = search;
        this.registry = registry;
        this.facts = facts;
        this.coverage = coverage;
        this.node = node;
        this.clock = clock;
    }

    DatasetListPage read(Caller reader, DatasetQuery query, Words words) {
        ShownPage<FoundDataset, String> page =
                search.page(query.filter(), new Disclosure(reader.state()), query.start(), DATASETS_A_PAGE);
        List<Site> sites = registry.sites();
        Map<SiteId, Site> byId = sites.stream().collect(toUnmodifiableMap(Site::id, identity()));
        return new DatasetListPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                coverage.rows(words),
                query,
                states(query, words),
                facts.choices("dataset.classification", query.level(), words),
                sites.stream()
                        .map(site -> new Choice(
                                site.id().value(),
                                named(site),
                                query.site().equals(site.id().value())))
                        .toList(),
                Stream.of(ProofStanding.values())
                        .map(proof -> new Choice(
                                proof.name(),
                                words.of("proof." + proof),
                                query.standing().equals(Optional.of(proof))))
                        .toList(),
                Stream.of(FindingKind.values())
                        .map(kind -> new Choice(
                                kind.name(),
                                words.of("datasets.finding." + kind),
                                query.kind().equals(Optional.of(kind))))
                        .toList(),
                words.of(
                        page.next().isPresent() ? "datasets.more" : "datasets.count",
                        page.rows().size()),
                page.rows().stream().map(found -> row(found, byId, words)).toList(),
                page.next().map(query::from).orElse(""));
    }

    private static List<Choice> states(DatasetQuery query, Words words) {
        return Stream.of(State.values())
                .map(state ->
                        new Choice(state.name(), words.of(state), query.state().equals(state.name())))
                .toList();
    }

    private DatasetRow row(FoundDataset found, Map<SiteId, Site> sites, Words words) {
        Dataset dataset = found.dataset();
        return new DatasetRow(
                dataset.id().value(),
                "/datasets/" + dataset.id(),
                words.of(dataset.name()),
                words.of(dataset.home()),
                facts.of("dataset.classification", dataset.classification(), words),
                Measures.gigabytes(dataset.sizeGb(), words),
                found.places().isEmpty()
                        ? words.of("datasets.nowhere")
                        : found.places().stream()
                                .map(place -> Optional.ofNullable(sites.get(place))
                                        .map(DatasetListReader::named)
                                        .orElse(place.value()))
                                .collect(Collectors.joining(words.of("and"))),
                words.of("proof." + found.standing()),
                tone(found.standing()));
    }

    private static String named(Site site) {
        return site.city() + " (" + site.id() + ")";
    }

    private static String tone(ProofStanding standing) {
        return switch (standing) {
            case PROVED -> CopyTone.GOOD;
            case FAILED -> CopyTone.BAD;
            case UNPROVED, NONE -> CopyTone.OPEN;
        };
    }
}
