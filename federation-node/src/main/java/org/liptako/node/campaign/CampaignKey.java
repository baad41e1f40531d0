package org.liptako.node.campaign;

import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;

/**
 * Which copy of which campaign.
 *
 * @param site where it lies abroad
 */
public record CampaignKey(CampaignId campaign, DatasetId dataset, SiteId site) {}
