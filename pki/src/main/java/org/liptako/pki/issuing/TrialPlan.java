package org.liptako.pki.issuing;

import java.util.List;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

/**
 * What a trial tree is made for.
 *
 * @param zone the zone that every name lies in
 * @param sites the data centres, all of member States, without repetition; each has one node
 */
public record TrialPlan(Zone zone, List<SiteId> sites) {
    public TrialPlan {
        sites = List.copyOf(sites);
        if (sites.isEmpty() || sites.stream().distinct().count() != sites.size()) {
            throw new IllegalArgumentException("A trial tree needs at least one site, and each only once.");
        }
        for (SiteId site : sites) {
            if (site.state().isEmpty()) {
                throw new IllegalArgumentException(
                        "Site " + site + " lies in no member State: its code must be ML, BF or NE.");
            }
        }
    }

    /** One node in each capital. */
    public static TrialPlan capitals(Zone zone) {
        return new TrialPlan(zone, List.of(new SiteId("ML-BKO-1"), new SiteId("BF-OUA-1"), new SiteId("NE-NIM-1")));
    }

    /** The data centres of one State. */
    public List<SiteId> sitesOf(State state) {
        return sites.stream()
                .filter(site -> site.state().filter(state::equals).isPresent())
                .toList();
    }
}
