package org.liptako.node.console;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.HoldingStatement;
import org.liptako.node.registry.HoldingWords;
import org.liptako.node.registry.Page;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ShownPage;
import org.liptako.pki.name.SiteId;

/** Reads where stores and journals differ: how many places, and which. */
@Singleton
final class DifferencesReader {
    static final String PATH = "/differences";

    /** More are said to be so many or more. */
    private static final int MOST = 100;

    private final Registry registry;
    private final CoverageRows coverage;
    private final NodeConfig node;
    private final Clock clock;

    DifferencesReader(Registry registry, CoverageRows coverage, NodeConfig node, Clock clock) {
        this.registry = registry;
        this.coverage = coverage;
        this.node = node;
        this.clock = clock;
    }

    /** How many there are that a reader is shown, in words; empty if there is none. */
    Optional<String> count(Disclosure to, Words words) {
        ShownPage<HoldingStatement, Page> first = registry.holdings(Page.first(MOST), to);
        String number = Integer.toString(byDifference(first).size());
        return first.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(first.next().isPresent() ? words.of("matter.many", number) : number);
    }

    DifferencesPage read(Caller reader, HttpRequest<?> request, Words words) {
        ShownPage<HoldingStatement, Page> page =
                registry.holdings(CopyPlace.of(request).pageOfDifferences(MOST), new Disclosure(reader.state()));
        Map<DatasetId, Dataset> datasets = registry
                .datasets(page.rows().stream()
                        .map(said -> said.word().finding().dataset())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()))
                .stream()
                .collect(toUnmodifiableMap(Dataset::id, dataset -> dataset));
        Map<SiteId, Site> sites = registry.sites().stream().collect(toUnmodifiableMap(Site::id, site -> site));
        return new DifferencesPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                coverage.rows(words),
                byDifference(page).entrySet().stream()
                        .map(difference -> row(
                                difference.getKey(),
                                difference.getValue(),
                                Optional.ofNullable(
                                        datasets.get(difference.getKey().dataset())),
                                Optional.ofNullable(
                                        sites.get(difference.getKey().site())),
                                words))
                        .toList(),
                page.next().map(next -> PATH + "?" + CopyPlace.fields(next, 0)).orElse(""));
    }

    /** What several States say of one difference is one. */
    private static Map<HoldingFinding, List<HoldingStatement>> byDifference(ShownPage<HoldingStatement, Page> page) {
        return page.rows().stream()
                .collect(Collectors.groupingBy(said -> said.word().finding(), LinkedHashMap::new, Collectors.toList()));
    }

    private static DifferenceRow row(
            HoldingFinding difference,
            List<HoldingStatement> said,
            Optional<Dataset> dataset,
            Optional<Site> site,
            Words words) {
        return new DifferenceRow(
                difference.dataset() == null ? "" : difference.dataset().value(),
                difference.dataset() == null
                        ? words.of("difference.files")
                        : dataset.map(known -> words.of(known.name())).orElseGet(() -> words.of("unknown")),
                site.map(Site::city).orElse(""),
                difference.site().value(),
                words.of("difference." + difference.cause().kind()),
                words.of(HoldingWords.of(difference)),
                said.stream()
                        .map(statement -> words.of(
                                "difference.said",
                                words.of(statement.source().saidBy()),
                                words.of(statement.source().heldFrom()),
                                Long.toString(statement.source().journalIndex())))
                        .toList());
    }
}
