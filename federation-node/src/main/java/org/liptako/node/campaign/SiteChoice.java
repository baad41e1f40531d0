package org.liptako.node.campaign;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.placement.Homecoming;
import org.liptako.node.registry.PublishedVersion;
import org.liptako.node.registry.Registry;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;

/** Chooses sites for copies, one after the other: what is chosen takes room. */
final class SiteChoice {
    private final Registry registry;
    private final Homecoming homecoming;
    private final Map<SiteId, Long> rooms = new HashMap<>();
    private final Map<SiteId, Long> taken = new HashMap<>();

    SiteChoice(Registry registry, Homecoming homecoming) {
        this.registry = registry;
        this.homecoming = homecoming;
    }

    /** A site, or why there is none. */
    sealed interface Choice {
        record Chosen(SiteId site) implements Choice {}

        record None(Sentence reason) implements Choice {}
    }

    /** So many GB are spoken for at a site. */
    void take(SiteId site, long gb) {
        taken.merge(site, gb, Long::sum);
    }

    /** Where it is published already, else where most room is; where the rules permit it and there is room. */
    Choice among(List<SiteId> sites, RepatriatedCopy copy) {
        long gb = copy.sizeGb().orElse(0);
        Optional<SiteId> serving = registry.latestVersion(copy.dataset()).map(PublishedVersion::site);
        List<SiteId> roomy = sites.stream()
                .filter(site -> left(site) >= gb)
                .sorted(Comparator.comparing((SiteId site) -> !serving.equals(Optional.of(site)))
                        .thenComparingLong(site -> -left(site)))
                .toList();
        Sentence reason = new Sentence(
                "Aucun site n'a la place de ses " + gb + " Go.", "No site has room for its " + gb + " GB.");
        for (SiteId site : roomy) {
            Optional<Sentence> against = homecoming.objection(copy.dataset(), site);
            if (against.isEmpty()) {
                take(site, gb);
                return new Choice.Chosen(site);
            }
            reason = against.get();
        }
        return new Choice.None(reason);
    }

    /** In GB; without end where a site's capacity is not registered. */
    private long left(SiteId site) {
        long room = rooms.computeIfAbsent(site, one -> registry.quotaLeftGb(one).orElse(Long.MAX_VALUE));
        return room - taken.getOrDefault(site, 0L);
    }
}
