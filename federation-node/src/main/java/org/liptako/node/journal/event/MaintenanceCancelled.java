package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/** A {@link MaintenanceAnnounced} does not take place, or is over from now on. */
public record MaintenanceCancelled(Instant at, MaintenanceId maintenance, SiteId site) implements JournalEvent {}
