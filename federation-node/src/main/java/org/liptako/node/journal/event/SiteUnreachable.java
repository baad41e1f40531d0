package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/** Another State's site, whose copies were to be challenged, cannot be reached: that says nothing of what lies there. Said once, until {@link SiteReached}. */
public record SiteUnreachable(Instant at, SiteId site) implements JournalEvent {}
