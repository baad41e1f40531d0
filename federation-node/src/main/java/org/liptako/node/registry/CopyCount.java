package org.liptako.node.registry;

import org.liptako.pki.name.SiteId;

/** How many copies at a site stand so. */
public record CopyCount(SiteId site, ReplicaStatus status, long copies) {}
