package org.liptako.node.possession.holding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.possession.holding.Gift.Half;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** What the journals say lies where, a page at a time. Thread-safe. */
public final class HoldingStore {
    private final Jdbi jdbi;

    public HoldingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The copies at a site that are not erased, by dataset and version, after this one. */
    public List<HeldCopy> at(SiteId site, Optional<DatasetVersion> after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM possession_copy WHERE site = :site"
                        + " AND erased_at IS NULL AND (dataset, version_root) > (:dataset, :root)"
                        + " ORDER BY dataset, version_root LIMIT :most")
                .bind("site", site.value())
                .bind("dataset", after.map(version -> version.dataset().value()).orElse(""))
                .bind("root", after.map(version -> version.root().value()).orElse(""))
                .bind("most", most)
                .map((row, context) -> copy(row))
                .list());
    }

    /** The datasets of which copies are at a site, after this one. */
    public List<DatasetId> datasets(SiteId site, Optional<DatasetId> after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT dataset FROM possession_copy"
                        + " WHERE site = :site AND erased_at IS NULL AND dataset > :after ORDER BY dataset LIMIT :most")
                .bind("site", site.value())
                .bind("after", after.map(DatasetId::value).orElse(""))
                .bind("most", most)
                .mapTo(String.class)
                .map(DatasetId::new)
                .list());
    }

    /** Those of these versions that were ever sealed at a site. */
    public Map<DatasetVersion, HeldCopy> among(SiteId site, Collection<DatasetVersion> versions) {
        return jdbi
                .withHandle(handle -> handle.createQuery("SELECT * FROM possession_copy WHERE site = :site"
                                + " AND dataset = ANY (:datasets) AND version_root = ANY (:roots)")
                        .bind("site", site.value())
                        .bindArray(
                                "datasets",
                                String.class,
                                versions.stream()
                                        .map(version -> version.dataset().value())
                                        .distinct()
                                        .toList())
                        .bindArray(
                                "roots",
                                String.class,
                                versions.stream()
                                        .map(version -> version.root().value())
                                        .toList())
                        .map((row, context) -> copy(row))
                        .list())
                .stream()
                .collect(Collectors.toMap(HeldCopy::version, Function.identity()));
    }

    /** The same of one version. */
    public Optional<HeldCopy> find(SiteId site, DatasetVersion version) {
        return Optional.ofNullable(among(site, List.of(version)).get(version));
    }

    /**
     * What one journal says was given and the other does not, into a site, or what a State says that it gave into another: by grant, after this one. What was
     * erased since is not among it.
     */
    public List<Gift> unmatched(SiteId into, State from, Optional<Gift> after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM possession_gift"
                        + " WHERE given_root IS DISTINCT FROM sealed_root AND NOT erased"
                        + " AND (serial, site, dataset) > (:serial, :place, :dataset)"
                        + " AND (site = :site OR (left(serial, 2) = :own AND left(site, 2) <> :own AND given_root IS NOT NULL))"
                        + " ORDER BY serial, site, dataset LIMIT :most")
                .bind("serial", after.map(gift -> gift.grant().value()).orElse(""))
                .bind("place", after.map(gift -> gift.site().value()).orElse(""))
                .bind("dataset", after.map(gift -> gift.dataset().value()).orElse(""))
                .bind("site", into.value())
                .bind("own", from.name())
                .bind("most", most)
                .map((row, context) -> new Gift(
                        new GrantSerial(row.getString("serial")),
                        new DatasetId(row.getString("dataset")),
                        new SiteId(row.getString("site")),
                        half(row, "given"),
                        half(row, "sealed")))
                .list());
    }

    private static Optional<Half> half(ResultSet row, String word) throws SQLException {
        String root = row.getString(word + "_root");
        return root == null
                ? Optional.empty()
                : Optional.of(new Half(
                        new VersionRoot(root),
                        row.getObject(word + "_at", OffsetDateTime.class).toInstant()));
    }

    private static HeldCopy copy(ResultSet row) throws SQLException {
        return new HeldCopy(
                new DatasetVersion(
                        new DatasetId(row.getString("dataset")), new VersionRoot(row.getString("version_root"))),
                row.getLong("chunks"),
                row.getObject("proved_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("withdrawn"),
                row.getObject("erased_at") != null);
    }
}
