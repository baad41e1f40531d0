package org.liptako.node.operations.availability;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.MaintenanceId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * A planned maintenance as a State's journal announces it.
 *
 * @param announcedAt when this State recorded the announcement, which for its own journal is when it was made
 * @param cancelledAt when this State recorded that it was taken back; null where it was not
 */
public record Announcement(
        State saidBy,
        MaintenanceId id,
        SiteId site,
        Instant from,
        Instant until,
        String reason,
        long journalIndex,
        Instant announcedAt,
        @Nullable Instant cancelledAt) {

    /** What of it counts: what lay ahead when it was read, and was not taken back. */
    Optional<Planned> counts() {
        Instant begins = from.isAfter(announcedAt) ? from : announcedAt;
        Instant ends = cancelledAt == null || cancelledAt.isAfter(until) ? until : cancelledAt;
        return begins.isBefore(ends) ? Optional.of(new Planned(begins, ends)) : Optional.empty();
    }

    /** Whether it is neither over nor taken back. */
    boolean isOpen(Instant now) {
        return cancelledAt == null && until.isAfter(now);
    }
}
