package org.liptako.node.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.Signatory;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CarryingMeans;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Reads campaigns as the journals tell of them. */
final class CampaignStore {
    private static final String COPIES = "SELECT * FROM campaign_copy WHERE said_by = :saidBy ";
    private static final String SIGNATURES =
            "SELECT * FROM campaign_signature WHERE campaign = :id AND said_by = left(:id, 2)";
    private static final String ORDER = " ORDER BY campaign, place NULLS LAST, dataset, site";

    Optional<Campaign> find(Handle handle, CampaignId id) {
        return handle.createQuery("SELECT * FROM campaign WHERE id = :id AND said_by = left(:id, 2)")
                .bind("id", id.value())
                .map((row, context) -> campaign(row))
                .findOne();
    }

    /** A State's campaigns, those that are open first, then by name. */
    List<Campaign> of(Handle handle, State state) {
        return handle.createQuery("SELECT * FROM campaign WHERE said_by = :saidBy ORDER BY closed_at NULLS FIRST, id")
                .bind("saidBy", state.name())
                .map((row, context) -> campaign(row))
                .list();
    }

    /** The copies of a campaign, in the order of its plan. */
    List<RepatriatedCopy> copies(Handle handle, CampaignId campaign) {
        return handle.createQuery("SELECT * FROM campaign_copy WHERE campaign = :id AND said_by = left(:id, 2)" + ORDER)
                .bind("id", campaign.value())
                .map((row, context) -> copy(row))
                .list();
    }

    /** The copies of a dataset in a campaign. */
    List<RepatriatedCopy> copies(Handle handle, CampaignId campaign, DatasetId dataset) {
        return handle.createQuery("SELECT * FROM campaign_copy WHERE campaign = :id AND said_by = left(:id, 2)"
                        + " AND dataset = :dataset" + ORDER)
                .bind("id", campaign.value())
                .bind("dataset", dataset.value())
                .map((row, context) -> copy(row))
                .list();
    }

    /** The copies of all campaigns of a State. */
    List<RepatriatedCopy> copies(Handle handle, State state) {
        return handle.createQuery(COPIES + ORDER)
                .bind("saidBy", state.name())
                .map((row, context) -> copy(row))
                .list();
    }

    Optional<RepatriatedCopy> copy(Handle handle, CampaignKey key) {
        return handle.createQuery("SELECT * FROM campaign_copy WHERE campaign = :id AND said_by = left(:id, 2)"
                        + " AND dataset = :dataset AND site = :site")
                .bind("id", key.campaign().value())
                .bind("dataset", key.dataset().value())
                .bind("site", key.site().value())
                .map((row, context) -> copy(row))
                .findOne();
    }

    /** The campaign that is open and names this copy. */
    Optional<CampaignId> openOf(Handle handle, DatasetId dataset, SiteId site) {
        return handle.createQuery("SELECT c.id FROM campaign_copy k JOIN campaign c ON c.said_by = k.said_by"
                        + " AND c.id = k.campaign WHERE k.dataset = :dataset AND k.site = :site AND c.closed_at IS NULL"
                        + " AND k.withdrawn_at IS NULL")
                .bind("dataset", dataset.value())
                .bind("site", site.value())
                .mapTo(String.class)
                .map(CampaignId::new)
                .findFirst();
    }

    /** What people have signed on the copies of a campaign, in the order of the journal. */
    List<ErasureSignature> signatures(Handle handle, CampaignId campaign) {
        return handle.createQuery(SIGNATURES + " ORDER BY journal_index")
                .bind("id", campaign.value())
                .map((row, context) -> signature(row))
                .list();
    }

    /** What people have signed on one copy, in the order of the journal. */
    List<ErasureSignature> signatures(Handle handle, CampaignKey key) {
        return handle.createQuery(SIGNATURES + " AND dataset = :dataset AND site = :site ORDER BY journal_index")
                .bind("id", key.campaign().value())
                .bind("dataset", key.dataset().value())
                .bind("site", key.site().value())
                .map((row, context) -> signature(row))
                .list();
    }

    private static ErasureSignature signature(ResultSet row) throws SQLException {
        return new ErasureSignature(
                new CampaignId(row.getString("campaign")),
                new DatasetId(row.getString("dataset")),
                new SiteId(row.getString("site")),
                Digest.ofHex(row.getString("document")),
                row.getString("title"),
                new Signatory(
                        row.getString("person"),
                        row.getString("certificate"),
                        Optional.ofNullable(row.getString("key"))),
                instant(row, "at").orElseThrow(),
                row.getLong("journal_index"));
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                State.valueOf(row.getString("said_by")),
                new CampaignId(row.getString("id")),
                row.getString("title"),
                instant(row, "opened_at").orElseThrow(),
                row.getString("opened_by"),
                number(row, "stated_rate"),
                act(row, "held"),
                instant(row, "closed_at"));
    }

    private static RepatriatedCopy copy(ResultSet row) throws SQLException {
        return new RepatriatedCopy(
                new CampaignId(row.getString("campaign")),
                new DatasetId(row.getString("dataset")),
                new SiteId(row.getString("site")),
                row.getString("owner"),
                number(row, "size_gb"),
                instant(row, "stated_deadline"),
                plan(row),
                arrival(row),
                proved(row),
                instant(row, "sealed_at"),
                instant(row, "erased_at"),
                act(row, "withdrawn"));
    }

    private static Optional<Act> act(ResultSet row, String what) throws SQLException {
        Optional<Instant> at = instant(row, what + "_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Act(
                        at.get(), row.getString(what + "_by"), Optional.ofNullable(row.getString(what + "_reason"))));
    }

    private static Optional<CampaignPlace> plan(ResultSet row) throws SQLException {
        @Nullable String home = row.getString("home");
        return home == null
                ? Optional.empty()
                : Optional.of(new CampaignPlace(
                        new SiteId(home), row.getInt("place"), CarryingMeans.valueOf(row.getString("means"))));
    }

    private static Optional<Arrival> arrival(ResultSet row) throws SQLException {
        Optional<Instant> since = instant(row, "started_at");
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(new Arrival(
                        row.getString("origin"),
                        row.getString("listing"),
                        Digest.ofHex(row.getString("listed")),
                        since.get(),
                        row.getString("started_by")));
    }

    private static Optional<ProvedCopy> proved(ResultSet row) throws SQLException {
        Optional<Instant> at = instant(row, "proved_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProvedCopy(
                        new GrantSerial(row.getString("serial")),
                        new VersionRoot(row.getString("version_root")),
                        row.getLong("files"),
                        row.getLong("bytes"),
                        at.get()));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
