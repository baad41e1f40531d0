package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/** A State has recorded a copy that was there before the federation. */
public record CopyRecorded(Instant at, DatasetId dataset, SiteId site, CopyStanding standing) implements JournalEvent {}
