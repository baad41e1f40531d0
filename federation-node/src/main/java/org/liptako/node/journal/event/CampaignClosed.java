package org.liptako.node.journal.event;

import java.time.Instant;

/** Every copy of a campaign is home, and erased abroad. */
public record CampaignClosed(Instant at, CampaignId campaign, String by) implements CampaignStep {}
