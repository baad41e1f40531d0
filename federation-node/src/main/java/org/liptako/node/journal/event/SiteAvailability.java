package org.liptako.node.journal.event;

import org.liptako.pki.name.SiteId;

/** How a site has served, as another or it itself has measured. */
public record SiteAvailability(SiteId site, ServiceFigures figures) {}
