package org.liptako.node.campaign;

import java.util.List;

/** A campaign with all that is to be said of it now; its copies in the order of its plan. */
public record CampaignView(Campaign campaign, List<CopyView> copies, HomeRate rate) {
    public CampaignView {
        copies = List.copyOf(copies);
    }

    public List<Balance> owners() {
        return Balance.ofOwners(copies);
    }

    public Balance total() {
        return Balance.of("", copies);
    }
}
