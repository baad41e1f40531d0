package org.liptako.node.placement.duty;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DutyId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.SiteId;

/**
 * Reckons how duties stand from what the journals have said, in whatever order they came. Time has no part in it: a standing says from when until when it
 * holds, and when the duty is overdue. Whoever writes a journal only notes what it touches; whoever reads the register has that reckoned first.
 */
final class DutyReckoning {
    /** The day of a duty that has none. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** So many at once hold up nobody for long. */
    private static final int AT_ONCE = 2_000;

    /**
     * The grounds that hold: accepted where another State must accept, and, for a duty that lasts as long as a copy, not followed by that copy's erasure; and
     * none of a grant that was withdrawn before anything came under it. What a grant has asked for once, a later judgement of the copy does not ask for again.
     * One for a copy lapses with its grant if nothing has come under it. Of several grounds for one duty, the first that has not lapsed tells since when it is
     * owed.
     *
     * <p>Wants {@code concerned}: the copies whose duties are reckoned.
     */
    private static final String RECKONED = """
            holding AS (
                SELECT g.*, CASE WHEN g.with_copy AND g.version_root IS NOT NULL
                    AND NOT EXISTS (SELECT FROM duty_copy c WHERE c.serial = g.serial AND c.sealed)
                    THEN COALESCE(g.expires, 'infinity') ELSE 'infinity' END AS until_at
                FROM concerned JOIN duty_ground g USING (dataset, site)
                WHERE (g.host IS NULL OR EXISTS (SELECT FROM duty_acceptance a WHERE a.serial = g.serial AND a.said_by = g.host))
                AND NOT (g.serial IS NULL AND EXISTS (SELECT FROM duty_ground o WHERE o.dataset = g.dataset AND o.site = g.site
                    AND o.rule = g.rule AND o.code = g.code AND o.serial IS NOT NULL AND o.act <= g.act AND NOT o.with_copy))
                AND NOT (g.with_copy AND EXISTS (SELECT FROM duty_copy c
                    WHERE c.dataset = g.dataset AND c.site = g.site AND NOT c.sealed AND c.at >= g.act))
                AND NOT (g.serial IS NOT NULL AND EXISTS (SELECT FROM duty_withdrawal w WHERE w.serial = g.serial)
                    AND NOT EXISTS (SELECT FROM duty_copy c WHERE c.serial = g.serial AND c.sealed))),
            told AS (
                SELECT *, COALESCE(max(until_at) OVER (PARTITION BY id ORDER BY act, said_by, journal_index
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), '-infinity') AS from_at FROM holding),
            reckoned AS (
                SELECT told.*, CASE WHEN rhythm = 'KEPT' THEN 3 WHEN rhythm = 'STANDING' THEN 2
                    WHEN rhythm = 'ONCE' AND done.documents > 0 THEN 4 ELSE 0 END AS place,
                    COALESCE(CASE WHEN rhythm = 'ONCE' AND done.documents > 0 THEN NULL ELSE COALESCE(done.next_due, due) END, :never) AS day
                FROM told CROSS JOIN LATERAL (""" + CountedDischarges.OF_TOLD + """
            ) done WHERE from_at < until_at)
            """;

    private static final String TAKE = """
            WITH taken AS (
                DELETE FROM duty_touched WHERE number IN (SELECT number FROM duty_touched ORDER BY number LIMIT :most)
                RETURNING dataset, site, serial, duty)
            SELECT dataset, site FROM taken WHERE dataset IS NOT NULL
            UNION SELECT g.dataset, g.site FROM taken JOIN duty_ground g ON g.serial = taken.serial
            UNION SELECT g.dataset, g.site FROM taken JOIN duty_ground g ON g.id = taken.duty
            """;

    private static final String COPIES =
            "concerned AS (SELECT * FROM unnest(:datasets, :sites) AS copies (dataset, site))";

    private static final String KEEP = "WITH " + COPIES + ", " + RECKONED + """
            INSERT INTO duty_standing (id, said_by, journal_index, dataset, site, debtor, debtor_site, from_at, until_at, place, day)
            SELECT id, said_by, journal_index, dataset, site, debtor, COALESCE(debtor_site, ''), from_at, until_at, place, day FROM reckoned
            """;

    /** One duty's, reckoned at once. */
    static final String OF_ONE = "WITH concerned AS (SELECT DISTINCT dataset, site FROM duty_ground WHERE id = :id), "
            + RECKONED + "SELECT * FROM reckoned WHERE id = :id AND from_at <= :now AND until_at > :now";

    private final Jdbi jdbi;

    DutyReckoning(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes that the duties of a copy are to be reckoned again. */
    static void touchCopy(Handle handle, DatasetId dataset, SiteId site) {
        handle.createUpdate("INSERT INTO duty_touched (dataset, site) VALUES (:dataset, :site)")
                .bind("dataset", dataset.value())
                .bind("site", site.value())
                .execute();
    }

    /** The same, of the copy that a grant is for, whatever copy the entry names. */
    static void touchGrant(Handle handle, GrantSerial serial) {
        handle.createUpdate("INSERT INTO duty_touched (serial) VALUES (:serial)")
                .bind("serial", serial.value())
                .execute();
    }

    /** The same, of the copy that a duty is about. */
    static void touchDuty(Handle handle, DutyId duty) {
        handle.createUpdate("INSERT INTO duty_touched (duty) VALUES (:duty)")
                .bind("duty", duty.value())
                .execute();
    }

    /** Reckons all that was touched before this was called. */
    void bringUpToDate() {
        boolean more;
        do {
            more = jdbi.inTransaction(DutyReckoning::reckonSome);
        } while (more);
    }

    /** Says whether there may be more. */
    private static boolean reckonSome(Handle handle) {
        if (!isAnyTouched(handle)) {
            return false;
        }
        // One at a time; what is read after this has seen all that those before have taken.
        handle.execute("LOCK TABLE duty_standing IN SHARE ROW EXCLUSIVE MODE");
        List<Copy> copies = handle.createQuery(TAKE)
                .bind("most", AT_ONCE)
                .map((row, context) -> new Copy(row.getString("dataset"), row.getString("site")))
                .list();
        bindCopies(
                        handle.createUpdate(
                                "WITH " + COPIES
                                        + " DELETE FROM duty_standing s USING concerned c WHERE s.dataset = c.dataset AND s.site = c.site"),
                        copies)
                .execute();
        bindCopies(handle.createUpdate(KEEP), copies)
                .bind("never", NEVER.atOffset(ZoneOffset.UTC))
                .execute();
        return isAnyTouched(handle);
    }

    private static boolean isAnyTouched(Handle handle) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM duty_touched)")
                .mapTo(Boolean.class)
                .one();
    }

    private record Copy(String dataset, String site) {}

    private static Update bindCopies(Update update, List<Copy> copies) {
        return update.bindArray(
                        "datasets",
                        String.class,
                        copies.stream().map(Copy::dataset).toList())
                .bindArray(
                        "sites", String.class, copies.stream().map(Copy::site).toList());
    }
}
