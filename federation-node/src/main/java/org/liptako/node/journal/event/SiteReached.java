package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/** A site that was journaled as {@link SiteUnreachable} answers again. */
public record SiteReached(Instant at, SiteId site) implements JournalEvent {}
