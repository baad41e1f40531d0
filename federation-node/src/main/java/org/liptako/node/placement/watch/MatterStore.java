package org.liptako.node.placement.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Keeps what has changed until it is spread. */
final class MatterStore {
    /** A matter as it was noted. */
    record Noted(Matter matter, Instant at) {}

    void note(Handle handle, Matter matter, Instant at) {
        handle.createUpdate("INSERT INTO watch_matter (dataset, site, home, host, cause, noted_at)"
                        + " VALUES (:dataset, :site, :home, :host, :cause, :at)")
                .bind("dataset", text(matter.dataset(), DatasetId::value))
                .bind("site", text(matter.site(), SiteId::value))
                .bind("home", text(matter.home(), State::name))
                .bind("host", matter.host())
                .bind("cause", matter.cause().name())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Takes the oldest out of the table; if the transaction fails, they are there again. */
    List<Noted> take(Handle handle, int most) {
        return handle.createQuery("DELETE FROM watch_matter WHERE id IN"
                        + " (SELECT id FROM watch_matter ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED)"
                        + " RETURNING dataset, site, home, host, cause, noted_at")
                .bind("most", most)
                .map((row, context) -> noted(row))
                .list();
    }

    void clear(Handle handle) {
        handle.execute("DELETE FROM watch_matter");
    }

    private static Noted noted(ResultSet row) throws SQLException {
        Matter matter = new Matter(
                Optional.ofNullable(row.getString("dataset"))
                        .map(DatasetId::new)
                        .orElse(null),
                Optional.ofNullable(row.getString("site")).map(SiteId::new).orElse(null),
                Optional.ofNullable(row.getString("home")).map(State::valueOf).orElse(null),
                row.getString("host"),
                JudgingCause.valueOf(row.getString("cause")));
        return new Noted(matter, row.getObject("noted_at", OffsetDateTime.class).toInstant());
    }

    private static <T> @Nullable String text(@Nullable T bound, Function<T, String> written) {
        return bound == null ? null : written.apply(bound);
    }
}
