package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.placement.HostingAdvice;
import org.liptako.node.placement.HostingVerdict;
import org.liptako.node.placement.HostingWord;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.WhereDesk;

/** Reads where a copy of a dataset may lie, from what the rules say of each place by advice. */
@Singleton
final class HostingReader {
    /** Each is judged when the page is asked for. */
    private static final int MOST_PLACES = 60;

    private final WhereDesk where;
    private final HostingAdvice advice;
    private final Registry registry;
    private final CoverageRows coverage;
    private final NodeConfig node;
    private final Clock clock;

    HostingReader(
            WhereDesk where,
            HostingAdvice advice,
            Registry registry,
            CoverageRows coverage,
            NodeConfig node,
            Clock clock) {
        this.where = where;
        this.advice = advice;
        this.registry = registry;
        this.coverage = coverage;
        this.node = node;
        this.clock = clock;
    }

    /** @throws org.liptako.node.wire.Failure NOT_KNOWN for a dataset that the registry does not know, or that is not for the reader to know of */
    HostingPage read(Caller reader, DatasetId id, Words words) {
        Disclosure disclosure = new Disclosure(reader.state());
        Dataset dataset =
                where.where(id, Optional.empty(), Optional.empty(), disclosure).dataset();
        boolean open = disclosure.shows(id, dataset);
        List<Site> sites = open ? registry.sites() : List.of();
        return new HostingPage(
                id.value(),
                words.of(dataset.name()),
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                closed(open, sites, words),
                parts(id, sites.stream().limit(MOST_PLACES).toList(), words),
                sites.size() > MOST_PLACES ? words.of("hosting.more", MOST_PLACES) : "",
                coverage.rows(words));
    }

    private static String closed(boolean open, List<Site> sites, Words words) {
        if (!open) {
            return words.of("hosting.secret");
        }
        return sites.isEmpty() ? words.of("hosting.none") : "";
    }

    private List<HostPart> parts(DatasetId dataset, List<Site> sites, Words words) {
        PlaceRows places = new PlaceRows(words);
        Map<HostingVerdict, List<HostRow>> rows = sites.stream()
                .map(site -> Map.entry(site, advice.of(dataset, site.id())))
                .collect(Collectors.groupingBy(
                        judged -> judged.getValue().verdict(),
                        Collectors.mapping(
                                judged -> row(places.row(judged.getKey()), judged.getValue(), words),
                                Collectors.toList())));
        List<HostPart> parts = new ArrayList<>();
        for (HostingVerdict verdict : HostingVerdict.values()) {
            List<HostRow> such = rows.getOrDefault(verdict, List.of());
            if (!such.isEmpty()) {
                parts.add(new HostPart("hosts-" + verdict, words.of("hosting." + verdict), tone(verdict), such));
            }
        }
        return parts;
    }

    private static HostRow row(PlaceRow place, HostingWord word, Words words) {
        return new HostRow(
                place,
                word.rules().stream().map(rule -> CitedRow.of(rule, words)).toList(),
                word.why().stream().map(words::of).toList());
    }

    private static String tone(HostingVerdict verdict) {
        return switch (verdict) {
            case MAY -> CopyTone.GOOD;
            case MAY_NOT -> CopyTone.BAD;
            case UNKNOWN -> CopyTone.OPEN;
        };
    }
}
