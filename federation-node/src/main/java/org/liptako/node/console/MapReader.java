package org.liptako.node.console;

import static java.util.function.Function.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.AsOf;
import org.liptako.node.registry.CopyCount;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.RegistryAsOf;
import org.liptako.node.registry.SiteSilence;
import org.liptako.node.registry.Snapshot;
import org.liptako.pki.name.SiteId;

/** Reads the map: where sites stand, and how many copies lie at each, of those that a reader is shown. */
@Singleton
final class MapReader {
    private static final long LEAST_RADIUS = 8;
    private static final long MOST_RADIUS = 20;
    /** So far apart are pins of one city that each can be pointed at with a finger, also on a phone. */
    private static final long BESIDE = 40;
    /** As long as a city's name is, on the map. */
    private static final double NEAR_DEGREES = 3.2;

    /** Where the paper is empty: the desert north-west of Mali. */
    private static final long ABROAD_X = 30;

    private static final long ABROAD_Y = 40;

    private final Jdbi jdbi;
    private final CoverageRows coverage;
    private final NodeConfig node;
    private final Clock clock;
    private final Chart chart = new Chart();

    MapReader(Jdbi jdbi, CoverageRows coverage, NodeConfig node, Clock clock) {
        this.jdbi = jdbi;
        this.coverage = coverage;
        this.node = node;
        this.clock = clock;
    }

    /** How many copies of each kind a site has. */
    private record Load(long there, long arriving, long doubtful) {
        static final Load NOTHING = new Load(0, 0, 0);

        /** @param silent whether some State cannot reach the site: what was proved there is only known as it was last */
        static Load of(Collection<CopyCount> counts, boolean silent) {
            long there = 0;
            long arriving = 0;
            long doubtful = 0;
            for (CopyCount count : counts) {
                switch (count.status()) {
                    case SEALED -> {
                        there += silent ? 0 : count.copies();
                        doubtful += silent ? count.copies() : 0;
                    }
                    case PENDING, GRANTED, TRANSFERRING -> arriving += count.copies();
                    case QUARANTINED, UNREACHABLE, UNPROVEN, DISPUTED, ERASING, LOST, EXTERNAL ->
                        doubtful += count.copies();
                    case PLANNED, ERASED -> {
                        // Nothing is there, nor on its way.
                    }
                }
            }
            return new Load(there, arriving, doubtful);
        }

        String tone() {
            return doubtful > 0 ? "bad" : arriving > 0 ? "open" : "good";
        }

        String sign() {
            return doubtful > 0 ? "!" : arriving > 0 ? "→" : there > 0 ? "✓" : "";
        }

        long radius() {
            return Math.min(MOST_RADIUS, LEAST_RADIUS + Math.round(Math.sqrt((double) (there + arriving + doubtful))));
        }
    }

    /** A page on what a reader is shown. */
    MapPage read(Words words, Disclosure disclosure) {
        Instant now = clock.instant();
        List<CoverageRow> parts = coverage.rows(words);
        return Snapshot.read(jdbi, handle -> {
            RegistryAsOf registry = new RegistryAsOf(handle, AsOf.knownNow(now, now)).shownTo(disclosure);
            Map<SiteId, List<CopyCount>> counts =
                    registry.counts().stream().collect(Collectors.groupingBy(CopyCount::site));
            List<Site> sites = registry.sites().values().stream()
                    .sorted(Comparator.comparing(site -> site.id().value()))
                    .toList();
            Map<SiteId, SiteSilence> silences = registry.silences().stream()
                    .collect(Collectors.toMap(SiteSilence::site, identity(), (one, other) -> one));
            Map<SiteId, Load> loads = new HashMap<>();
            sites.forEach(site -> loads.put(
                    site.id(), Load.of(counts.getOrDefault(site.id(), List.of()), silences.containsKey(site.id()))));
            return new MapPage(
                    words.of("as.of", node.site().value(), words.of(node.state()), words.of(now)),
                    Chart.WIDTH,
                    Chart.HEIGHT,
                    chart.outlines(words),
                    pins(sites, loads, words),
                    sites.stream()
                            .map(site -> row(
                                    site,
                                    loads.getOrDefault(site.id(), Load.NOTHING),
                                    Optional.ofNullable(silences.get(site.id())),
                                    words))
                            .toList(),
                    parts);
        });
    }

    private static List<Pin> pins(List<Site> sites, Map<SiteId, Load> loads, Words words) {
        List<Pin> pins = new ArrayList<>();
        Map<String, Long> sitesOf = sites.stream().collect(Collectors.groupingBy(Site::city, Collectors.counting()));
        Map<String, Long> ofCity = new HashMap<>();
        long abroad = 0;
        for (Site site : sites) {
            Load load = loads.getOrDefault(site.id(), Load.NOTHING);
            boolean home = site.state().member().isPresent();
            long others = home ? ofCity.merge(site.city(), 1L, Long::sum) - 1 : 0;
            boolean west = hasNeighbourToTheEast(site, sites);
            // Beyond all pins of the city, so that its name lies on none.
            boolean named = others == (west ? 0 : sitesOf.getOrDefault(site.city(), 1L) - 1);
            pins.add(new Pin(
                    site.id().value(),
                    home ? Chart.x(site.longitude()) + others * BESIDE : ABROAD_X,
                    home ? Chart.y(site.latitude()) : ABROAD_Y + abroad * BESIDE,
                    load.radius(),
                    load.tone(),
                    load.sign(),
                    home ? named ? site.city() : "" : site.city() + ", " + words.of(site.state()),
                    west,
                    words.of(
                            "map.pin",
                            site.id().value(),
                            site.name(),
                            load.there(),
                            load.arriving(),
                            load.doubtful())));
            abroad += home ? 0 : 1;
        }
        return pins;
    }

    private static boolean hasNeighbourToTheEast(Site site, List<Site> sites) {
        return sites.stream()
                .anyMatch(other -> other.longitude() > site.longitude()
                        && other.longitude() - site.longitude() < NEAR_DEGREES
                        && Math.abs(other.latitude() - site.latitude()) < 1);
    }

    private static SiteRow row(Site site, Load load, Optional<SiteSilence> silence, Words words) {
        return new SiteRow(
                site.id().value(),
                site.name(),
                site.city() + words.of("and") + words.of(site.state()),
                number(load.there(), words),
                number(load.arriving(), words),
                number(load.doubtful(), words),
                silence.map(said -> SilenceWords.of(said, words)).orElse(""));
    }

    private static String number(long copies, Words words) {
        return words.of("map.number", copies);
    }
}
