package org.liptako.node.operations.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.MaintenanceId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** The planned maintenance that the journals announce, as {@link AvailabilityProjection} has read it. Thread-safe. */
public final class AnnouncementStore {
    private static final int MOST = 1_000;

    private final Jdbi jdbi;

    public AnnouncementStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What is announced and is neither over nor taken back, as it begins. */
    List<Announcement> open(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM availability_maintenance"
                        + " WHERE cancelled_at IS NULL AND until_at > :now ORDER BY from_at, id LIMIT :most")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", MOST)
                .map((row, context) -> announcement(row))
                .list());
    }

    /** The latest of all, as they begin. */
    List<Announcement> all() {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT * FROM availability_maintenance ORDER BY from_at DESC, id DESC LIMIT :most")
                        .bind("most", MOST)
                        .map((row, context) -> announcement(row))
                        .list())
                .reversed();
    }

    Optional<Announcement> find(State saidBy, MaintenanceId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM availability_maintenance WHERE said_by = :state AND id = :id")
                .bind("state", saidBy.name())
                .bind("id", id.value())
                .map((row, context) -> announcement(row))
                .findOne());
    }

    /** What counts as planned at a site between two instants. */
    List<Planned> planned(SiteId site, Instant from, Instant until) {
        return jdbi
                .withHandle(handle -> handle.createQuery("SELECT * FROM availability_maintenance"
                                + " WHERE site = :site AND until_at > :from AND from_at < :until")
                        .bind("site", site.value())
                        .bind("from", from.atOffset(ZoneOffset.UTC))
                        .bind("until", until.atOffset(ZoneOffset.UTC))
                        .map((row, context) -> announcement(row))
                        .list())
                .stream()
                .map(Announcement::counts)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        OffsetDateTime cancelled = row.getObject("cancelled_at", OffsetDateTime.class);
        return new Announcement(
                State.valueOf(row.getString("said_by")),
                new MaintenanceId(row.getString("id")),
                new SiteId(row.getString("site")),
                instant(row, "from_at"),
                instant(row, "until_at"),
                row.getString("reason"),
                row.getLong("journal_index"),
                instant(row, "announced_at"),
                cancelled == null ? null : cancelled.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
