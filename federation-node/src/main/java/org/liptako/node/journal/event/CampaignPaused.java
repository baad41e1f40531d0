package org.liptako.node.journal.event;

import java.time.Instant;

/**
 * A campaign is held, or goes on.
 *
 * @param paused false where it goes on
 */
public record CampaignPaused(Instant at, CampaignId campaign, boolean paused, String by) implements CampaignStep {}
