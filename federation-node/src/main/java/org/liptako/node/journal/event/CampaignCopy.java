package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.SiteId;

/**
 * A copy outside the federation that a campaign brings home.
 *
 * @param site where it lies
 * @param owner the ministry that answers for it
 * @param sizeGb its size as registered when the campaign was opened, in GB; null where it is not known
 * @param deadline by when it must be home and gone abroad, by the word of whoever opened the campaign; null where only the rules set a day
 */
public record CampaignCopy(
        DatasetId dataset,
        SiteId site,
        String owner,
        @Nullable Long sizeGb,
        @Nullable Instant deadline) {}
