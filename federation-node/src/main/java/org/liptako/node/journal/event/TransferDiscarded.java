package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/** A partial copy that was never sealed was removed: it was no replica, so this needs no decision. */
public record TransferDiscarded(Instant at, GrantSerial grant, DatasetId dataset, SiteId site, String reason)
        implements JournalEvent {}
