package org.liptako.node.possession.holding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** When each copy was last proved, chunk by chunk where it lies or by another State's challenge, as the journals say. */
public final class ProofDates {
    /** The last challenges by each State of the version that lies there. */
    private static final String CHALLENGES = " FROM registry_statement s WHERE s.kind = 'CHALLENGE'"
            + " AND s.subject = c.dataset AND s.place IN (c.site || '/ML', c.site || '/BF', c.site || '/NE')"
            + " AND s.known_to = 'infinity' AND s.held_to = 'infinity'"
            + " AND s.value::jsonb ->> 'versionRoot' = c.version_root";

    private static final String OUTCOME = "s.value::jsonb ->> 'outcome'";
    private static final String BEFORE =
            "SELECT c.dataset, c.site, c.version_root, c.proved_at, l.held_from, l.said_by, l.outcome"
                    + " FROM possession_copy c LEFT JOIN LATERAL (SELECT s.held_from, s.said_by, " + OUTCOME
                    + " AS outcome"
                    + CHALLENGES + " ORDER BY s.held_from DESC, s.said_by LIMIT 1) l ON true"
                    + " WHERE c.erased_at IS NULL AND NOT c.withdrawn AND c.dataset LIKE :home AND c.proved_at < :limit"
                    + " AND (c.proved_at, c.dataset, c.site, c.version_root) > (:at, :dataset, :site, :root)"
                    + " AND NOT EXISTS (SELECT 1" + CHALLENGES + " AND CASE " + OUTCOME
                    + " WHEN 'PROVED' THEN s.held_from >= :limit ELSE s.held_from >= c.proved_at END)"
                    + " ORDER BY c.proved_at, c.dataset, c.site, c.version_root LIMIT :most";
    private static final String FAILED =
            "SELECT c.dataset, c.site, c.version_root, c.proved_at, s.held_from, s.said_by, "
                    + OUTCOME + " AS outcome FROM registry_statement s JOIN possession_copy c ON c.dataset = s.subject"
                    + " AND c.site = split_part(s.place, '/', 1) AND c.version_root = s.value::jsonb ->> 'versionRoot'"
                    + " AND c.erased_at IS NULL AND NOT c.withdrawn AND c.proved_at <= s.held_from"
                    + " WHERE s.kind = 'CHALLENGE' AND s.known_to = 'infinity' AND s.held_to = 'infinity'"
                    + " AND " + OUTCOME
                    + " <> 'PROVED' AND s.subject LIKE :home AND (s.subject, s.place) > (:dataset, :place)"
                    + " ORDER BY s.subject, s.place LIMIT :most";

    private final Handle handle;

    public ProofDates(Handle handle) {
        this.handle = handle;
    }

    /** What a State's last challenge of a copy came to. */
    public record Challenge(Instant at, State by, ChallengeOutcome outcome) {}

    /**
     * The last proof of a version that lies at a site.
     *
     * @param at when every chunk was read there, the last time
     * @param challenge the last of the version, if there was any
     */
    public record ProofDate(
            Instant at, DatasetId dataset, SiteId site, String versionRoot, Optional<Challenge> challenge) {
        /** The last proof of any kind. */
        public Instant latest() {
            return challenge
                    .filter(last -> last.outcome() == ChallengeOutcome.PROVED)
                    .map(Challenge::at)
                    .filter(at::isBefore)
                    .orElse(at);
        }
    }

    /** Where to go on: after the proof of that instant, dataset, site and version. */
    public record After(Instant at, String dataset, String site, String versionRoot) {}

    /**
     * A State's copies that were neither proved where they lie nor answered a challenge rightly since an instant, the oldest proof where they lie first; less those
     * that have failed a challenge since.
     */
    public List<ProofDate> before(State home, Instant limit, After after, int most) {
        return read(handle.createQuery(BEFORE)
                .bind("home", home + "-%")
                .bind("limit", limit.atOffset(ZoneOffset.UTC))
                .bind("at", after.at().atOffset(ZoneOffset.UTC))
                .bind("dataset", after.dataset())
                .bind("site", after.site())
                .bind("root", after.versionRoot())
                .bind("most", most));
    }

    /** A State's copies that have failed a State's last challenge since they were proved; by dataset, site and challenger. */
    public List<ProofDate> failed(State home, String afterDataset, String afterPlace, int most) {
        return read(handle.createQuery(FAILED)
                .bind("home", home + "-%")
                .bind("dataset", afterDataset)
                .bind("place", afterPlace)
                .bind("most", most));
    }

    private static List<ProofDate> read(Query query) {
        return query.map((row, context) -> new ProofDate(
                        instant(row, "proved_at"),
                        new DatasetId(row.getString("dataset")),
                        new SiteId(row.getString("site")),
                        row.getString("version_root"),
                        challenge(row)))
                .list();
    }

    private static Optional<Challenge> challenge(ResultSet row) throws SQLException {
        return row.getString("outcome") == null
                ? Optional.empty()
                : Optional.of(new Challenge(
                        instant(row, "held_from"),
                        State.valueOf(row.getString("said_by")),
                        ChallengeOutcome.valueOf(row.getString("outcome"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
