package org.liptako.node.journal.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the copies of a campaign are to lie at home, and in which order they come. A later plan takes the place of an earlier one for the copies that it names,
 * as long as these have not begun to come.
 *
 * @param bytesPerSecond what the operator reckons with until something is measured; null where they do not say
 */
public record CampaignPlanned(
        Instant at,
        CampaignId campaign,
        List<PlannedCopy> copies,
        @Nullable Long bytesPerSecond,
        String by) implements CampaignStep {
    public CampaignPlanned {
        copies = List.copyOf(copies);
    }
}
