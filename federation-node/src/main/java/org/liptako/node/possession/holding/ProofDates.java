package org.liptako.node.possession.holding;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** When each copy was last proved, as the journals say. */
public final class ProofDates {
    private final Handle handle;

    public ProofDates(Handle handle) {
        this.handle = handle;
    }

    /** The last proof of a version that lies at a site. */
    public record ProofDate(Instant at, DatasetId dataset, SiteId site, String versionRoot) {}

    /** Where to go on: after the proof of that instant, dataset, site and version. */
    public record After(Instant at, String dataset, String site, String versionRoot) {}

    /** A State's copies that were last proved before an instant, the oldest proof first. */
    public List<ProofDate> before(State home, Instant limit, After after, int most) {
        return handle.createQuery("SELECT proved_at, dataset, site, version_root FROM possession_copy"
                        + " WHERE erased_at IS NULL AND NOT withdrawn AND dataset LIKE :home AND proved_at < :limit"
                        + " AND (proved_at, dataset, site, version_root) > (:at, :dataset, :site, :root)"
                        + " ORDER BY proved_at, dataset, site, version_root LIMIT :most")
                .bind("home", home + "-%")
                .bind("limit", limit.atOffset(ZoneOffset.UTC))
                .bind("at", after.at().atOffset(ZoneOffset.UTC))
                .bind("dataset", after.dataset())
                .bind("site", after.site())
                .bind("root", after.versionRoot())
                .bind("most", most)
                .map((row, context) -> new ProofDate(
                        row.getObject("proved_at", OffsetDateTime.class).toInstant(),
                        new DatasetId(row.getString("dataset")),
                        new SiteId(row.getString("site")),
                        row.getString("version_root")))
                .list();
    }
}
