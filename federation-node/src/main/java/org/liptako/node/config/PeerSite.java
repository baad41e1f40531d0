package org.liptako.node.config;

import org.liptako.pki.name.SiteId;

/**
 * A further data centre of another State, which shows what it holds.
 *
 * @param node where its node listens
 */
public record PeerSite(SiteId site, PeerProcess node) {}
