package org.liptako.node.journal.event;

import org.liptako.pki.name.SiteId;

/**
 * What is planned of one copy.
 *
 * @param site where it lies
 * @param home where it is to lie
 * @param place in which order it comes, from 1
 */
public record PlannedCopy(DatasetId dataset, SiteId site, SiteId home, int place, CarryingMeans means) {}
