package org.liptako.node.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.pki.name.State;

/**
 * A State's campaigns with their copies: they share links and sites, so none can be reckoned alone.
 *
 * @param campaigns those that are open first
 */
record StateCampaigns(List<Campaign> campaigns, Map<CampaignId, List<RepatriatedCopy>> copies) {
    StateCampaigns {
        campaigns = List.copyOf(campaigns);
        copies = Map.copyOf(copies);
    }

    static StateCampaigns read(Handle handle, CampaignStore store, State state) {
        return new StateCampaigns(
                store.of(handle, state),
                store.copies(handle, state).stream().collect(Collectors.groupingBy(RepatriatedCopy::campaign)));
    }

    /** The copies of one of them, in the order of its plan. */
    List<RepatriatedCopy> of(Campaign campaign) {
        return copies.getOrDefault(campaign.id(), List.of());
    }

    /** The copies of all. */
    List<RepatriatedCopy> all() {
        return copies.values().stream().flatMap(List::stream).toList();
    }

    /** As they would stand if one had these copies. */
    StateCampaigns with(Campaign campaign, List<RepatriatedCopy> others) {
        Map<CampaignId, List<RepatriatedCopy>> changed = new HashMap<>(copies);
        changed.put(campaign.id(), others);
        List<Campaign> known = new ArrayList<>(campaigns);
        known.replaceAll(one -> one.id().equals(campaign.id()) ? campaign : one);
        return new StateCampaigns(known, changed);
    }
}
