package org.liptako.node.campaign;

import java.util.List;

/** A campaign with all that is to be said of it now; its copies in the order of its plan. */
record CampaignView(Campaign campaign, List<CopyView> copies, HomeRate rate) {
    CampaignView {
        copies = List.copyOf(copies);
    }

    List<Balance> owners() {
        return Balance.ofOwners(copies);
    }

    Balance total() {
        return Balance.of("", copies);
    }
}
