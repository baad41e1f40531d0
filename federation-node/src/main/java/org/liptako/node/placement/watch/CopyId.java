package org.liptako.node.placement.watch;

import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;

/** A copy: what, and where. */
record CopyId(DatasetId dataset, SiteId site) {}
