package org.liptako.node.operations.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.AvailabilityMeasured;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** What the journals say of months. Thread-safe. */
public final class MonthStore {
    private static final String ENTRIES = "SELECT said_by, journal_index, document FROM availability_month";

    private final Jdbi jdbi;

    public MonthStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A month as a State's journal has it. */
    record SaidMonth(State saidBy, long journalIndex, AvailabilityMeasured measured) {}

    /** Whether a site has spoken of a month. */
    boolean isSaid(Handle handle, SiteId site, YearMonth month) {
        return handle.createQuery("SELECT 1 FROM availability_month WHERE site = :site AND month = :month")
                .bind("site", site.value())
                .bind("month", month.toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    boolean isSaid(SiteId site, YearMonth month) {
        return jdbi.withHandle(handle -> isSaid(handle, site, month));
    }

    /** Every site's word on a month, in the order of the sites. */
    List<SaidMonth> of(YearMonth month) {
        return jdbi.withHandle(handle -> handle.createQuery(ENTRIES + " WHERE month = :month ORDER BY site")
                .bind("month", month.toString())
                .map((row, context) -> said(row))
                .list());
    }

    /** A site's own words on the months of a year up to one. */
    List<SaidMonth> ofYear(SiteId site, YearMonth upTo) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        ENTRIES + " WHERE site = :site AND month >= :first AND month <= :last ORDER BY month")
                .bind("site", site.value())
                .bind("first", upTo.withMonth(1).toString())
                .bind("last", upTo.toString())
                .map((row, context) -> said(row))
                .list());
    }

    /** A site's latest word. */
    Optional<SaidMonth> last(SiteId site) {
        return jdbi.withHandle(handle -> handle.createQuery(ENTRIES + " WHERE site = :site ORDER BY month DESC LIMIT 1")
                .bind("site", site.value())
                .map((row, context) -> said(row))
                .findOne());
    }

    private static SaidMonth said(ResultSet row) throws SQLException {
        return new SaidMonth(
                State.valueOf(row.getString("said_by")),
                row.getLong("journal_index"),
                JournalJson.read(row.getString("document"), AvailabilityMeasured.class));
    }
}
