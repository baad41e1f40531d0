package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/**
 * A site of this State will not serve for a while. Only what is announced before counts as planned: another State goes by when it has read this.
 *
 * @param reason what for, on one line
 */
public record MaintenanceAnnounced(
        Instant at, MaintenanceId maintenance, SiteId site, Instant from, Instant until, String reason)
        implements JournalEvent {}
