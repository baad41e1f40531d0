package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/**
 * A copy is taken out of a campaign, such as one that was named by mistake; another campaign may name it.
 *
 * @param site where it lies abroad
 * @param reason in the words of whoever has taken it out
 */
public record RepatriationWithdrawn(
        Instant at, CampaignId campaign, DatasetId dataset, SiteId site, String reason, String by)
        implements CampaignStep {}
