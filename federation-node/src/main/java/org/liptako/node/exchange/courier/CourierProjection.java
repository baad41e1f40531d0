package org.liptako.node.exchange.courier;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.courier.disk.DiskPlan;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.CourierDiskExported;
import org.liptako.node.journal.event.CourierDiskImported;
import org.liptako.node.journal.event.CourierDiskLost;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.Printable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Reads the journals into the list of courier disks. Of a disk that was given or lost, the State that gives it is heard; of one that was taken, the State that
 * receives. Whether they are the grant's is for {@link CourierDisks} to say, which knows grants.
 */
@Singleton
public final class CourierProjection implements JournalProjection {
    private static final int LONGEST_NOTE = 500;

    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        Entry entry = new Entry(handle, saidBy, index);
        if (event instanceof CourierDiskExported said
                && isOf(saidBy, said.source())
                && isOne(said.disk(), said.disks())) {
            entry.insert(DiskEntryKind.EXPORTED, said.grant(), said.dataset(), said.versionRoot(), said.site())
                    .bind("source", said.source().value())
                    .bind("disk", said.disk())
                    .bind("disks", said.disks())
                    .bind("seal", said.seal().hex())
                    .bind("chunks", said.chunks())
                    .bind("bytes", said.bytes())
                    .bind("at", within(said.at(), recordedAt))
                    .execute();
        } else if (event instanceof CourierDiskImported said
                && isOf(saidBy, said.site())
                && isOne(said.disk(), said.disks())) {
            entry.insert(DiskEntryKind.IMPORTED, said.grant(), said.dataset(), said.versionRoot(), said.site())
                    .bind("disk", said.disk())
                    .bind("disks", said.disks())
                    .bind("seal", hex(said.seal()))
                    .bind("chunks", said.taken() + said.known())
                    .bind("failed", said.failed())
                    .bind("at", within(said.at(), recordedAt))
                    .execute();
        } else if (event instanceof CourierDiskLost said
                && isOf(saidBy, said.source())
                && isOne(said.disk(), said.disks())) {
            entry.insert(DiskEntryKind.LOST, said.grant(), said.dataset(), said.versionRoot(), said.site())
                    .bind("disk", said.disk())
                    .bind("disks", said.disks())
                    .bind("seal", said.seal().hex())
                    .bind("source", said.source().value())
                    .bind("note", Printable.line(said.note(), LONGEST_NOTE))
                    .bind("at", within(said.at(), recordedAt))
                    .execute();
        }
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM courier_entry");
    }

    private static boolean isOf(State saidBy, SiteId site) {
        return site.state().equals(Optional.of(saidBy));
    }

    private static boolean isOne(int disk, int disks) {
        return disk >= 1 && disk <= disks && disks <= DiskPlan.MOST_DISKS;
    }

    /** Another State's node writes what it likes: nothing is said in the future, nor before there were computers. */
    private static OffsetDateTime within(Instant at, Instant recordedAt) {
        Instant said = at.isAfter(recordedAt) ? recordedAt : at;
        return (said.isBefore(Instant.EPOCH) ? Instant.EPOCH : said).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String hex(@Nullable Digest seal) {
        return seal == null ? null : seal.hex();
    }

    /** One journal entry on its way into the table. */
    private record Entry(Handle handle, State saidBy, long index) {
        /** What the statement does not bind is null, or 0. */
        Update insert(DiskEntryKind kind, GrantSerial grant, DatasetId dataset, VersionRoot root, SiteId site) {
            return handle.createUpdate("INSERT INTO courier_entry (said_by, journal_index, kind, serial, dataset,"
                            + " version_root, source, site, disk, disks, seal, chunks, bytes, failed, note, said_at) VALUES (:saidBy,"
                            + " :index, :kind, :serial, :dataset, :root, :source, :site, :disk, :disks, :seal, :chunks, :bytes,"
                            + " :failed, :note, :at) ON CONFLICT DO NOTHING")
                    .bind("saidBy", saidBy.name())
                    .bind("index", index)
                    .bind("kind", kind.name())
                    .bind("serial", grant.value())
                    .bind("dataset", dataset.value())
                    .bind("root", root.value())
                    .bind("site", site.value())
                    .bind("source", (String) null)
                    .bind("seal", (String) null)
                    .bind("note", (String) null)
                    .bind("chunks", 0L)
                    .bind("bytes", 0L)
                    .bind("failed", 0L);
        }
    }
}
