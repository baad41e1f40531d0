package org.liptako.node.console;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Page;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ShownPage;
import org.liptako.pki.name.SiteId;

/** Reads the page of duties, copies and places from their registers. */
@Singleton
final class TableReader {
    private static final int COPIES_A_PAGE = 100;

    private final Registry registry;
    private final DutyRows duties;
    private final CoverageRows coverage;
    private final NodeConfig node;
    private final Clock clock;

    TableReader(Registry registry, DutyRows duties, CoverageRows coverage, NodeConfig node, Clock clock) {
        this.registry = registry;
        this.duties = duties;
        this.coverage = coverage;
        this.node = node;
        this.clock = clock;
    }

    /** The copies that come after a dataset and a site, of those that anybody of this State is shown, and every place. */
    TablePage read(Words words, String afterDataset, String afterSite, long before) {
        List<Site> sites = registry.sites();
        Map<SiteId, Site> byId = sites.stream().collect(toUnmodifiableMap(Site::id, identity()));
        PlaceRows places = new PlaceRows(words);
        Disclosure disclosure = new Disclosure(node.state());
        ShownPage<ReplicaStatement, Page> shown = registry.copies(after(afterDataset, afterSite), disclosure);
        List<ReplicaStatement> page = shown.rows();
        return new TablePage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                coverage.rows(words),
                duties.count(words, disclosure),
                duties.rows(words, disclosure),
                words.of("count", Math.min(before + 1, before + page.size()), before + page.size()),
                CopyRows.of(registry, page, byId, words),
                shown.next()
                        .map(next -> next(next, before + page.size(), words))
                        .orElse(""),
                sites.stream().map(places::row).toList());
    }

    /** An address that somebody has made up begins with the first copy. */
    private static Page after(String dataset, String site) {
        try {
            return new Page(new DatasetId(dataset).value(), new SiteId(site).value(), "", COPIES_A_PAGE);
        } catch (IllegalArgumentException madeUp) {
            return Page.first(COPIES_A_PAGE);
        }
    }

    private static String next(Page next, long before, Words words) {
        return "?lang=%s&dataset=%s&site=%s&before=%d"
                .formatted(
                        words.language(),
                        Addresses.encoded(next.afterSubject()),
                        Addresses.encoded(next.afterPlace()),
                        before);
    }
}
