package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign is held, or goes on.
 *
 * @param paused false where it goes on
 * @param reason in the words of whoever holds it; null if they have not said
 */
public record CampaignPaused(
        Instant at,
        CampaignId campaign,
        boolean paused,
        String by,
        @Nullable String reason) implements CampaignStep {}
