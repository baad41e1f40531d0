package org.liptako.node.journal.event;

import java.time.Instant;
import java.util.List;
import org.liptako.pki.name.SiteId;

/**
 * What a site has measured in a month: of itself, and of the other States' sites as seen from there. Said once a month; a second word on the same month counts for nothing.
 *
 * @param site that has measured
 * @param month such as {@code 2026-11}, in UTC
 * @param promisedPpm the share of a year in which it promises to serve, in millionths
 * @param sites itself first
 */
public record AvailabilityMeasured(Instant at, SiteId site, String month, int promisedPpm, List<SiteAvailability> sites)
        implements JournalEvent {
    public AvailabilityMeasured {
        sites = List.copyOf(sites);
    }
}
