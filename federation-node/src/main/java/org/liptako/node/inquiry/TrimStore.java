package org.liptako.node.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Drops questions that were asked long ago from what is kept of who asked what, and keeps that it did. */
final class TrimStore {
    /** As many as are dropped in one transaction, so that nobody who asks waits for long. */
    private static final int STEP = 10_000;

    private final Jdbi jdbi;

    TrimStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * That questions were dropped.
     *
     * @param askedBefore all those that were asked before this instant
     */
    record Trim(Instant at, Instant askedBefore, Duration keptFor, long rows) {}

    /** Drops what was asked before an instant, and gives how much that was. */
    long trim(Instant now, Duration keptFor) {
        OffsetDateTime before = now.minus(keptFor).atOffset(ZoneOffset.UTC);
        long dropped = 0;
        int step;
        do {
            step = jdbi.inTransaction(handle -> {
                int rows = handle.createUpdate("DELETE FROM inquiry WHERE id IN (SELECT id FROM inquiry"
                                + " WHERE asked_at < :before ORDER BY asked_at LIMIT :step FOR UPDATE SKIP LOCKED)")
                        .bind("before", before)
                        .bind("step", STEP)
                        .execute();
                if (rows > 0) {
                    record(handle, now, before, keptFor, rows);
                }
                return rows;
            });
            dropped += step;
        } while (step == STEP);
        return dropped;
    }

    private static void record(Handle handle, Instant now, OffsetDateTime before, Duration keptFor, int rows) {
        handle.createUpdate("INSERT INTO inquiry_trim (trimmed_at, asked_before, kept_days, row_count)"
                        + " VALUES (:now, :before, :days, :rows)")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("before", before)
                .bind("days", keptFor.toDays())
                .bind("rows", rows)
                .execute();
    }

    /** Before which instant questions may be missing; empty if none was ever dropped. */
    Optional<Instant> keptSince() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT max(asked_before) FROM inquiry_trim")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant));
    }

    /** The latest first. */
    List<Trim> list(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT trimmed_at, asked_before, kept_days, row_count FROM inquiry_trim"
                                + " ORDER BY id DESC LIMIT :most")
                .bind("most", most)
                .map((row, context) -> new Trim(
                        row.getObject("trimmed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("asked_before", OffsetDateTime.class).toInstant(),
                        Duration.ofDays(row.getLong("kept_days")),
                        row.getLong("row_count")))
                .list());
    }
}
