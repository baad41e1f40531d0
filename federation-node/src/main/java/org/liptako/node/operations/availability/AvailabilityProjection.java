package org.liptako.node.operations.availability;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.AvailabilityMeasured;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.MaintenanceAnnounced;
import org.liptako.node.journal.event.MaintenanceCancelled;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Reads from the journals what is planned, and what each site has measured in which month. A State is heard on the sites of its own soil; of two words on one month, the first. */
@Singleton
public final class AvailabilityProjection implements JournalProjection {
    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        if (event instanceof MaintenanceAnnounced announced && isOn(saidBy, announced.site())) {
            announced(handle, saidBy, index, announced, recordedAt);
        } else if (event instanceof MaintenanceCancelled cancelled) {
            cancelled(handle, saidBy, cancelled, recordedAt);
        } else if (event instanceof AvailabilityMeasured measured && isOn(saidBy, measured.site())) {
            measured(handle, saidBy, index, measured);
        }
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("TRUNCATE availability_maintenance, availability_month");
    }

    private static void announced(
            Handle handle, State saidBy, long index, MaintenanceAnnounced event, Instant recordedAt) {
        handle.createUpdate("INSERT INTO availability_maintenance"
                        + " (said_by, id, site, from_at, until_at, reason, journal_index, announced_at)"
                        + " VALUES (:state, :id, :site, :from, :until, :reason, :index, :at) ON CONFLICT DO NOTHING")
                .bind("state", saidBy.name())
                .bind("id", event.maintenance().value())
                .bind("site", event.site().value())
                .bind("from", event.from().atOffset(ZoneOffset.UTC))
                .bind("until", event.until().atOffset(ZoneOffset.UTC))
                .bind("reason", event.reason())
                .bind("index", index)
                .bind("at", recordedAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static void cancelled(Handle handle, State saidBy, MaintenanceCancelled event, Instant recordedAt) {
        handle.createUpdate("UPDATE availability_maintenance SET cancelled_at = :at"
                        + " WHERE said_by = :state AND id = :id AND cancelled_at IS NULL")
                .bind("state", saidBy.name())
                .bind("id", event.maintenance().value())
                .bind("at", recordedAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static void measured(Handle handle, State saidBy, long index, AvailabilityMeasured event) {
        handle.createUpdate("INSERT INTO availability_month (said_by, site, month, journal_index, document)"
                        + " VALUES (:state, :site, :month, :index, :document) ON CONFLICT DO NOTHING")
                .bind("state", saidBy.name())
                .bind("site", event.site().value())
                .bind("month", event.month())
                .bind("index", index)
                .bind("document", JournalJson.write(event))
                .execute();
    }

    private static boolean isOn(State soil, SiteId site) {
        return site.state().equals(Optional.of(soil));
    }
}
