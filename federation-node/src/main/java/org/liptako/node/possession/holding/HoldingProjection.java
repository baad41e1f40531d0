package org.liptako.node.possession.holding;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Reads the journals into what lies where, version by version, and into the two halves of what was given. Of copies the State is heard on whose soil they lie, of
 * what was given the one that granted it; a gift's halves may come in any order.
 */
@Singleton
public final class HoldingProjection implements JournalProjection {
    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        if (event instanceof ReplicaSealed sealed && isOn(saidBy, sealed.site())) {
            sealed(handle, sealed, recordedAt);
        } else if (event instanceof ReplicaGiven given && given.grant().home().equals(Optional.of(saidBy))) {
            given(handle, given, recordedAt);
        } else if (event instanceof ReplicaDamaged damaged && isOn(saidBy, damaged.site())) {
            damaged(handle, damaged);
        } else if (event instanceof ReplicaProved proved && isOn(saidBy, proved.site())) {
            proved(handle, proved, recordedAt);
        } else if (event instanceof ReplicaErased erased && isOn(saidBy, erased.site())) {
            erased(handle, erased, recordedAt);
        }
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("TRUNCATE possession_copy, possession_gift");
    }

    private static void sealed(Handle handle, ReplicaSealed event, Instant recordedAt) {
        handle.createUpdate(
                        "INSERT INTO possession_copy (site, dataset, version_root, serial, chunks, proved_at, withdrawn)"
                                + " VALUES (:site, :dataset, :root, :serial, :chunks, :at, false)"
                                + " ON CONFLICT (site, dataset, version_root) DO UPDATE SET serial = :serial, chunks = :chunks,"
                                + " proved_at = :at, withdrawn = false, erased_at = NULL")
                .bind("site", event.site().value())
                .bind("dataset", event.dataset().value())
                .bind("root", event.versionRoot().value())
                .bind("serial", event.grant().value())
                .bind("chunks", event.chunks())
                .bind("at", recordedAt.atOffset(ZoneOffset.UTC))
                .execute();
        handle.createUpdate("INSERT INTO possession_gift (serial, dataset, site, sealed_root, sealed_at)"
                        + " VALUES (:serial, :dataset, :site, :root, :at)"
                        + " ON CONFLICT (serial, site, dataset) DO UPDATE SET sealed_root = :root,"
                        + " sealed_at = COALESCE(possession_gift.sealed_at, :at), erased = false")
                .bind("serial", event.grant().value())
                .bind("dataset", event.dataset().value())
                .bind("site", event.site().value())
                .bind("root", event.versionRoot().value())
                .bind("at", recordedAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static void given(Handle handle, ReplicaGiven event, Instant recordedAt) {
        handle.createUpdate("INSERT INTO possession_gift (serial, dataset, site, given_root, given_at)"
                        + " VALUES (:serial, :dataset, :site, :root, :at)"
                        + " ON CONFLICT (serial, site, dataset) DO UPDATE SET given_root = :root,"
                        + " given_at = COALESCE(possession_gift.given_at, :at)")
                .bind("serial", event.grant().value())
                .bind("dataset", event.dataset().value())
                .bind("site", event.site().value())
                .bind("root", event.versionRoot().value())
                .bind("at", recordedAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static void damaged(Handle handle, ReplicaDamaged event) {
        copy(handle, "withdrawn = true", event.site(), event.dataset(), event.versionRoot())
                .execute();
    }

    private static void proved(Handle handle, ReplicaProved event, Instant recordedAt) {
        copy(handle, "withdrawn = false, proved_at = :at", event.site(), event.dataset(), event.versionRoot())
                .bind("at", recordedAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Update copy(Handle handle, String change, SiteId site, DatasetId dataset, VersionRoot root) {
        return handle.createUpdate("UPDATE possession_copy SET " + change
                        + " WHERE site = :site AND dataset = :dataset AND version_root = :root")
                .bind("site", site.value())
                .bind("dataset", dataset.value())
                .bind("root", root.value());
    }

    /** Every version that the site held by then. */
    private static void erased(Handle handle, ReplicaErased event, Instant recordedAt) {
        handle.createUpdate("UPDATE possession_copy SET erased_at = :at"
                        + " WHERE site = :site AND dataset = :dataset AND erased_at IS NULL")
                .bind("site", event.site().value())
                .bind("dataset", event.dataset().value())
                .bind("at", recordedAt.atOffset(ZoneOffset.UTC))
                .execute();
        handle.createUpdate("UPDATE possession_gift SET erased = true WHERE site = :site AND dataset = :dataset"
                        + " AND sealed_root IS NOT NULL")
                .bind("site", event.site().value())
                .bind("dataset", event.dataset().value())
                .execute();
    }

    private static boolean isOn(State soil, SiteId site) {
        return site.state().equals(Optional.of(soil));
    }
}
