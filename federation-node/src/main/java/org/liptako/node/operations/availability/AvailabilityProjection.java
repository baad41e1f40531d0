package org.liptako.node.operations.availability;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.AvailabilityMeasured;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.MaintenanceAnnounced;
import org.liptako.node.journal.event.MaintenanceCancelled;
import org.liptako.node.wire.Printable;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Reads from the journals what is planned, and what each site has measured in which month. A State is heard on the sites of its own soil; of two words on one month, the first. */
@Singleton
public final class AvailabilityProjection implements JournalProjection {
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final int MOST_REASON = 200;
    private static final int MILLION = 1_000_000;
    /** Beyond that nobody plans, and the database counts no days. */
    private static final Duration FAR = Duration.ofDays(36_500);

    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        if (event instanceof MaintenanceAnnounced announced
                && isOn(saidBy, announced.site())
                && isPlan(announced, recordedAt)) {
            announced(handle, saidBy, index, announced, recordedAt);
        } else if (event instanceof MaintenanceCancelled cancelled) {
            cancelled(handle, saidBy, cancelled, recordedAt);
        } else if (event instanceof AvailabilityMeasured measured
                && isOn(saidBy, measured.site())
                && isWord(measured)) {
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
                .bind("reason", Printable.line(event.reason(), MOST_REASON))
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

    /** What no node announces was written by hand, to be excused for ever, or so that nothing after it can be read. */
    private static boolean isPlan(MaintenanceAnnounced event, Instant recordedAt) {
        return event.from().isBefore(event.until())
                && Duration.between(event.from(), event.until()).compareTo(MaintenanceDesk.LONGEST) <= 0
                && Duration.between(event.from(), recordedAt).abs().compareTo(FAR) < 0;
    }

    private static boolean isWord(AvailabilityMeasured event) {
        return MONTH.matcher(event.month()).matches() && event.promisedPpm() >= 0 && event.promisedPpm() <= MILLION;
    }

    private static boolean isOn(State soil, SiteId site) {
        return site.state().equals(Optional.of(soil));
    }
}
