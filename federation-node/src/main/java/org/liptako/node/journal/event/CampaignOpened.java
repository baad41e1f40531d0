package org.liptako.node.journal.event;

import java.time.Instant;
import java.util.List;

/**
 * A State has opened a campaign.
 *
 * @param title as a person would speak of it
 * @param by who opened it, as the node identified them
 */
public record CampaignOpened(Instant at, CampaignId campaign, String title, List<CampaignCopy> copies, String by)
        implements CampaignStep {
    public CampaignOpened {
        copies = List.copyOf(copies);
    }
}
