package org.liptako.node.possession.challenge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Which copies of other States this State challenges, and when each is due: those of its own datasets, and of versions that it holds itself. Thread-safe. */
public final class ChallengePlan {
    private static final String THIS = " WHERE site = :site AND dataset = :dataset AND version_root = :root";

    private final Jdbi jdbi;
    private final State own;

    public ChallengePlan(Jdbi jdbi, State own) {
        this.jdbi = jdbi;
        this.own = own;
    }

    /**
     * A copy that is due.
     *
     * @param dueAt since when; empty for one that is new
     * @param putOff how often in a row its holder has put it off
     */
    record Due(CopyPlace copy, Optional<Instant> dueAt, int putOff) {}

    /** Those at these sites that are new or due, the most overdue first. */
    List<Due> due(Collection<SiteId> sites, Instant now, int most) {
        return copies(
                sites,
                " AND (p.due_at IS NULL OR p.due_at <= :now) ORDER BY p.due_at NULLS FIRST LIMIT :most",
                query -> query.bind("now", now.atOffset(ZoneOffset.UTC)).bind("most", most));
    }

    /** The copies of a dataset at these sites. */
    public List<CopyPlace> of(DatasetId dataset, Collection<SiteId> sites) {
        return copies(
                        sites,
                        " AND c.dataset = :dataset ORDER BY c.site, c.version_root",
                        query -> query.bind("dataset", dataset.value()))
                .stream()
                .map(Due::copy)
                .toList();
    }

    private interface Binding {
        SqlStatement<?> bind(SqlStatement<?> query);
    }

    private List<Due> copies(Collection<SiteId> sites, String which, Binding binding) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(
                            "SELECT c.site, c.dataset, c.version_root, p.due_at, p.put_off FROM possession_copy c"
                                    + " LEFT JOIN possession_challenge p USING (site, dataset, version_root)"
                                    + " WHERE c.erased_at IS NULL AND NOT c.withdrawn AND c.site = ANY (:sites)"
                                    + " AND left(c.site, 2) <> :own AND (left(c.dataset, 2) = :own OR EXISTS (SELECT 1"
                                    + " FROM possession_copy o WHERE left(o.site, 2) = :own AND o.dataset = c.dataset"
                                    + " AND o.version_root = c.version_root AND o.erased_at IS NULL AND NOT o.withdrawn))"
                                    + which)
                    .bind("own", own.name())
                    .bindArray(
                            "sites",
                            String.class,
                            sites.stream().map(SiteId::value).toList());
            binding.bind(query);
            return query.map((row, context) -> due(row)).list();
        });
    }

    /** Takes a copy for a while, so that no other node of this State challenges it too; not if one has it already. */
    boolean claim(Due due, Instant until) {
        return due.dueAt().isPresent()
                && jdbi.withHandle(handle -> named(
                                        handle.createUpdate("UPDATE possession_challenge SET due_at = :until" + THIS
                                                + " AND due_at = :seen"),
                                        due.copy())
                                .bind("until", until.atOffset(ZoneOffset.UTC))
                                .bind("seen", due.dueAt().get().atOffset(ZoneOffset.UTC))
                                .execute())
                        == 1;
    }

    void plan(CopyPlace copy, Instant dueAt, int putOff) {
        jdbi.useHandle(handle -> named(
                        handle.createUpdate(
                                "INSERT INTO possession_challenge (site, dataset, version_root, due_at, put_off)"
                                        + " VALUES (:site, :dataset, :root, :due, :putOff)"
                                        + " ON CONFLICT (site, dataset, version_root) DO UPDATE SET due_at = :due,"
                                        + " put_off = :putOff"),
                        copy)
                .bind("due", dueAt.atOffset(ZoneOffset.UTC))
                .bind("putOff", putOff)
                .execute());
    }

    /** Those that were planned and are there no longer. */
    List<CopyPlace> gone(int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT p.site, p.dataset, p.version_root, p.due_at, p.put_off"
                                + " FROM possession_challenge p WHERE NOT EXISTS (SELECT 1 FROM possession_copy c"
                                + " WHERE c.site = p.site AND c.dataset = p.dataset AND c.version_root = p.version_root"
                                + " AND c.erased_at IS NULL) LIMIT :most")
                        .bind("most", most)
                        .map((row, context) -> due(row).copy())
                        .list());
    }

    void forget(CopyPlace copy) {
        jdbi.useHandle(handle -> named(handle.createUpdate("DELETE FROM possession_challenge" + THIS), copy)
                .execute());
    }

    private static <S extends SqlStatement<S>> S named(S statement, CopyPlace copy) {
        return statement
                .bind("site", copy.site().value())
                .bind("dataset", copy.version().dataset().value())
                .bind("root", copy.version().root().value());
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                new CopyPlace(
                        new DatasetVersion(
                                new DatasetId(row.getString("dataset")),
                                new VersionRoot(row.getString("version_root"))),
                        new SiteId(row.getString("site"))),
                Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("put_off"));
    }
}
