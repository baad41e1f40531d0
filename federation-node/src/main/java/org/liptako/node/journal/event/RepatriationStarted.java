package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * A copy's bytes come, or have come, from abroad.
 *
 * @param site where it lies abroad
 * @param home where it is to lie
 * @param origin where the bytes are put at home, as for publishing: a directory, or a prefix of a bucket
 * @param listing the list of what lies abroad, by digest: a file below the publishing directory
 * @param listed SHA-256 over that list
 */
public record RepatriationStarted(
        Instant at,
        CampaignId campaign,
        DatasetId dataset,
        SiteId site,
        SiteId home,
        CarryingMeans means,
        String origin,
        String listing,
        Digest listed,
        String by)
        implements CampaignStep {}
