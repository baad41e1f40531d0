package org.liptako.node.campaign;

import org.liptako.node.journal.event.CarryingMeans;
import org.liptako.pki.name.SiteId;

/**
 * Where a copy is to lie at home.
 *
 * @param place in which order it comes, from 1
 */
public record CampaignPlace(SiteId home, int place, CarryingMeans means) {}
