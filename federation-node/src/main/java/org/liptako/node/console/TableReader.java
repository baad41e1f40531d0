package org.liptako.node.console;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.liptako.node.config.NodeConfig;
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

    /** The copies of one page, of those that anybody of this State is shown, and every place. */
    TablePage read(CopyPlace place, Words words) {
        List<Site> sites = registry.sites();
        Map<SiteId, Site> byId = sites.stream().collect(toUnmodifiableMap(Site::id, identity()));
        PlaceRows places = new PlaceRows(words);
        Disclosure disclosure = new Disclosure(node.state());
        ShownPage<ReplicaStatement, Page> shown = registry.copies(place.page(COPIES_A_PAGE), disclosure);
        List<ReplicaStatement> page = shown.rows();
        long until = place.before() + page.size();
        return new TablePage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                coverage.rows(words),
                duties.count(words, disclosure),
                duties.rows(words, disclosure),
                words.of("count", Math.min(place.before() + 1, until), until),
                CopyRows.of(registry, page, byId, words),
                shown.next()
                        .map(next -> "?lang=" + words.language() + "&" + CopyPlace.fields(next, until))
                        .orElse(""),
                sites.stream().map(places::row).toList());
    }
}
