package org.liptako.node.exchange.courier;

import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.pki.name.SiteId;

/**
 * A disk that is to be written at this site.
 *
 * @param disk which disk, from 1
 * @param disks of how many
 */
record PlannedDisk(ExchangeGrant grant, SiteId source, int disk, int disks, long chunks) {}
