package org.liptako.node.campaign;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.liptako.node.journal.event.CampaignClosed;
import org.liptako.node.journal.event.CampaignCopy;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CampaignOpened;
import org.liptako.node.journal.event.CampaignPaused;
import org.liptako.node.journal.event.CampaignPlanned;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.ExternalErasureSigned;
import org.liptako.node.journal.event.PlannedCopy;
import org.liptako.node.journal.event.RepatriationProved;
import org.liptako.node.journal.event.RepatriationStarted;
import org.liptako.node.journal.event.RepatriationWithdrawn;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.wire.Printable;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Writes what an entry of a journal says of a campaign, in the transaction that stores the entry. A step out of its turn changes nothing. */
final class CampaignEntries {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST = 1_000;
    private static final String COPY =
            " WHERE said_by = :saidBy AND campaign = :campaign AND dataset = :dataset AND site = :site"
                    + " AND withdrawn_at IS NULL";

    /** An entry of a State's journal, as this node recorded it. */
    record Entry(Handle handle, State saidBy, long index, Instant recordedAt) {
        OffsetDateTime noLater(Instant at) {
            return timestamp(at.isAfter(recordedAt) ? recordedAt : at);
        }
    }

    void opened(Entry entry, CampaignOpened event) {
        int made = campaign(
                        entry,
                        "INSERT INTO campaign (said_by, id, title, opened_at, opened_by, opened_index)"
                                + " VALUES (:saidBy, :campaign, :title, :at, :by, :index) ON CONFLICT DO NOTHING",
                        event.campaign())
                .bind("title", line(event.title()))
                .bind("at", entry.noLater(event.at()))
                .bind("by", line(event.by()))
                .bind("index", entry.index())
                .execute();
        if (made == 1) {
            event.copies().forEach(copy -> add(entry, event.campaign(), copy));
        }
    }

    private static void add(Entry entry, CampaignId campaign, CampaignCopy copy) {
        boolean ownAndAbroad = copy.dataset().home().equals(Optional.of(entry.saidBy()))
                && copy.site().state().isEmpty();
        if (ownAndAbroad) {
            copy(
                            entry,
                            "INSERT INTO campaign_copy (said_by, campaign, dataset, site, owner, size_gb, stated_deadline)"
                                    + " VALUES (:saidBy, :campaign, :dataset, :site, :owner, :size, :deadline)"
                                    + " ON CONFLICT DO NOTHING",
                            campaign,
                            copy.dataset(),
                            copy.site())
                    .bind("owner", line(copy.owner()))
                    .bindByType("size", copy.sizeGb(), Long.class)
                    .bindByType(
                            "deadline",
                            Optional.ofNullable(copy.deadline())
                                    .map(CampaignEntries::timestamp)
                                    .orElse(null),
                            OffsetDateTime.class)
                    .execute();
        }
    }

    void planned(Entry entry, CampaignPlanned event) {
        campaign(
                        entry,
                        "UPDATE campaign SET stated_rate = COALESCE(:rate, stated_rate)"
                                + " WHERE said_by = :saidBy AND id = :campaign AND closed_at IS NULL",
                        event.campaign())
                .bindByType("rate", event.bytesPerSecond(), Long.class)
                .execute();
        for (PlannedCopy copy : event.copies()) {
            if (copy.home().state().equals(Optional.of(entry.saidBy()))) {
                copy(
                                entry,
                                "UPDATE campaign_copy SET home = :home, place = :place, means = :means" + COPY
                                        + " AND started_at IS NULL",
                                event.campaign(),
                                copy.dataset(),
                                copy.site())
                        .bind("home", copy.home().value())
                        .bind("place", copy.place())
                        .bind("means", copy.means().name())
                        .execute();
            }
        }
    }

    void paused(Entry entry, CampaignPaused event) {
        campaign(
                        entry,
                        "UPDATE campaign SET paused = :paused, held_at = :at, held_by = :by, held_reason = :reason"
                                + " WHERE said_by = :saidBy AND id = :campaign",
                        event.campaign())
                .bind("paused", event.paused())
                .bindByType("at", event.paused() ? entry.noLater(event.at()) : null, OffsetDateTime.class)
                .bind("by", event.paused() ? line(event.by()) : null)
                .bind("reason", event.paused() && event.reason() != null ? line(event.reason()) : null)
                .execute();
    }

    /** Also once more, as long as nothing is proved: a list or a directory that was wrong is named anew. */
    void started(Entry entry, RepatriationStarted event) {
        copy(
                        entry,
                        "UPDATE campaign_copy SET means = :means, origin = :origin, listing = :listing, listed = :listed,"
                                + " started_at = COALESCE(started_at, :at), started_by = :by" + COPY
                                + " AND home = :home AND proved_at IS NULL",
                        event.campaign(),
                        event.dataset(),
                        event.site())
                .bind("means", event.means().name())
                .bind("origin", line(event.origin()))
                .bind("listing", line(event.listing()))
                .bind("listed", event.listed().hex())
                .bind("at", entry.noLater(event.at()))
                .bind("by", line(event.by()))
                .bind("home", event.home().value())
                .execute();
    }

    void proved(Entry entry, RepatriationProved event) {
        copy(
                        entry,
                        "UPDATE campaign_copy SET serial = :serial, version_root = :root, files = :files, bytes = :bytes,"
                                + " proved_at = :at" + COPY
                                + " AND home = :home AND listed = :listed AND started_at IS NOT NULL AND sealed_at IS NULL",
                        event.campaign(),
                        event.dataset(),
                        event.site())
                .bind("serial", event.grant().value())
                .bind("root", event.versionRoot().value())
                .bind("files", event.files())
                .bind("bytes", event.bytes())
                .bind("at", entry.noLater(event.at()))
                .bind("home", event.home().value())
                .bind("listed", event.listed().hex())
                .execute();
    }

    void sealed(Entry entry, ReplicaSealed event) {
        entry.handle()
                .createUpdate("UPDATE campaign_copy SET sealed_at = :at WHERE said_by = :saidBy AND dataset = :dataset"
                        + " AND home = :home AND version_root = :root AND serial = :serial AND sealed_at IS NULL"
                        + " AND withdrawn_at IS NULL")
                .bind("at", entry.noLater(event.at()))
                .bind("saidBy", entry.saidBy().name())
                .bind("dataset", event.dataset().value())
                .bind("home", event.site().value())
                .bind("root", event.versionRoot().value())
                .bind("serial", event.grant().value())
                .execute();
    }

    void signed(Entry entry, ExternalErasureSigned event) {
        copy(
                        entry,
                        "INSERT INTO campaign_signature (said_by, journal_index, campaign, dataset, site, document, title,"
                                + " person, certificate, key, at) VALUES (:saidBy, :index, :campaign, :dataset, :site, :document,"
                                + " :title, :person, :certificate, :key, :at)",
                        event.campaign(),
                        event.dataset(),
                        event.site())
                .bind("index", entry.index())
                .bind("document", event.document().hex())
                .bind("title", line(event.title()))
                .bind("person", line(event.by()))
                .bind("certificate", line(event.certificate()))
                .bind("key", event.key() == null ? null : line(event.key()))
                .bind("at", entry.noLater(event.at()))
                .execute();
    }

    void erased(Entry entry, ExternalCopyErased event) {
        copy(
                        entry,
                        "UPDATE campaign_copy SET erased_at = :at, document = :document" + COPY
                                + " AND sealed_at IS NOT NULL AND erased_at IS NULL",
                        event.campaign(),
                        event.dataset(),
                        event.site())
                .bind("at", entry.noLater(event.at()))
                .bind("document", event.document().hex())
                .execute();
    }

    /** Not once it is gone abroad: then it has come home, and that is told of the campaign. */
    void withdrawn(Entry entry, RepatriationWithdrawn event) {
        copy(
                        entry,
                        "UPDATE campaign_copy SET withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason"
                                + COPY + " AND erased_at IS NULL",
                        event.campaign(),
                        event.dataset(),
                        event.site())
                .bind("at", entry.noLater(event.at()))
                .bind("by", line(event.by()))
                .bind("reason", line(event.reason()))
                .execute();
    }

    void closed(Entry entry, CampaignClosed event) {
        campaign(
                        entry,
                        "UPDATE campaign SET closed_at = :at, closed_by = :by"
                                + " WHERE said_by = :saidBy AND id = :campaign AND closed_at IS NULL",
                        event.campaign())
                .bind("at", entry.noLater(event.at()))
                .bind("by", line(event.by()))
                .execute();
    }

    void clear(Handle handle) {
        handle.execute("TRUNCATE campaign, campaign_copy, campaign_signature");
    }

    private static Update campaign(Entry entry, String sql, CampaignId campaign) {
        return entry.handle()
                .createUpdate(sql)
                .bind("saidBy", entry.saidBy().name())
                .bind("campaign", campaign.value());
    }

    private static Update copy(Entry entry, String sql, CampaignId campaign, DatasetId dataset, SiteId site) {
        return campaign(entry, sql, campaign).bind("dataset", dataset.value()).bind("site", site.value());
    }

    /** What a person, or another State's node, has written freely: PostgreSQL does not keep every character. */
    private static String line(String text) {
        return Printable.line(text, LONGEST);
    }

    private static OffsetDateTime timestamp(Instant at) {
        Instant within = at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at.truncatedTo(ChronoUnit.MICROS);
        return within.atOffset(ZoneOffset.UTC);
    }
}
