package org.liptako.node.exchange.courier;

import java.io.IOException;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.liptako.node.exchange.courier.disk.DiskFolder;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.exchange.transfer.CourierTurns;
import org.liptako.node.exchange.transfer.TransferPlan;
import org.liptako.node.exchange.transfer.TransferProgress;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.journal.event.CourierDiskImported;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Takes what courier disks hold into the copy that this data centre receives: the same staging, the same proofs and the same grant as by the wire, which rests
 * meanwhile and then fetches the rest, or seals. Thread-safe.
 */
public final class ImportDesk {
    private static final long SPARE_BYTES = 64L << 20;

    private final SiteRecord own;
    private final GrantLedger grants;
    private final DiskRecognition recognition;
    private final ReplicaStore store;
    private final TransferStore transfers;
    private final CourierTurns wire;
    private final CourierDisks disks;
    private final Path directory;
    private final DiskLine line = new DiskLine();

    /** @param directory nothing outside it is read */
    ImportDesk(
            SiteRecord own,
            GrantLedger grants,
            DiskRecognition recognition,
            ReplicaStore store,
            TransferStore transfers,
            CourierTurns wire,
            CourierDisks disks,
            Path directory) {
        this.own = own;
        this.grants = grants;
        this.recognition = recognition;
        this.store = store;
        this.transfers = transfers;
        this.wire = wire;
        this.disks = disks;
        this.directory = directory;
    }

    /**
     * Reads a disk. What was taken stays, whatever ends the reading.
     *
     * @throws Failure DISK_REFUSED if it is no disk for a copy that this site receives; GRANT_NOT_USABLE once the grant has lapsed
     */
    ImportedDisk read(String place, DiskProgress progress) throws IOException, InterruptedException {
        line.take();
        try {
            DiskFaults faults = new DiskFaults();
            ReceivedDisk disk = recognition.recognise(DiskFolder.below(directory, place), faults);
            ExchangeGrant grant = grants.get(disk.plan().grant());
            StandingGround ground = new StandingGround(grant, grants, own.clock(), () -> recognition.mustBelieve(disk));
            return wire.aside(
                            disk.plan(),
                            () -> fill(disk, faults, (done, all) -> {
                                ground.check();
                                progress.at(done, all);
                            }))
                    .orElseThrow(() -> whole(disk.plan()));
        } finally {
            line.release();
        }
    }

    private ImportedDisk fill(ReceivedDisk disk, DiskFaults faults, DiskProgress progress) throws IOException {
        TransferPlan plan = disk.plan();
        if (store.quarantined(plan.version()) || store.sealed(plan.version()).isPresent()) {
            throw whole(plan);
        }
        try (StagedReplica staged = store.stage(disk.manifest())) {
            checkRoom(staged);
            DiskReader reader = new DiskReader(disk, staged, faults, progress);
            boolean whole = false;
            try {
                reader.readAll();
                whole = true;
            } finally {
                // What has come is in the copy, whatever has ended the reading: so the journal says so.
                staged.sync();
                transfers.progress(plan.grant(), progress(plan, staged));
                if (whole || reader.taken() > 0) {
                    ImportedDisk imported = imported(disk, staged, reader, faults);
                    own.jdbi().useTransaction(handle -> journal(handle, plan, imported));
                }
            }
            return imported(disk, staged, reader, faults);
        }
    }

    private static ImportedDisk imported(
            ReceivedDisk disk, StagedReplica staged, DiskReader reader, DiskFaults faults) {
        return new ImportedDisk(
                disk.plan().grant(),
                reader.number(),
                reader.disks(),
                disk.seal(),
                reader.taken(),
                reader.known(),
                reader.failed(),
                faults.told(),
                staged.durable(),
                staged.manifest().layout().chunks());
    }

    /** The same disk again is journaled again only if something has changed. */
    private void journal(Handle handle, TransferPlan plan, ImportedDisk imported) {
        if (imported.disk() == 0) {
            return;
        }
        CourierDisk known = disks.of(handle, plan.grant()).get(imported.disk());
        boolean same = known != null
                && known.taken()
                        .filter(entry -> entry.seal().equals(imported.seal()))
                        .isPresent();
        if (same && imported.taken() == 0) {
            return;
        }
        own.journal()
                .append(
                        handle,
                        new CourierDiskImported(
                                own.journal().now(),
                                plan.grant(),
                                plan.version().dataset(),
                                own.site(),
                                plan.version().root(),
                                imported.disk(),
                                imported.disks(),
                                imported.seal().orElse(null),
                                imported.taken(),
                                imported.known(),
                                imported.failed()));
    }

    private void checkRoom(StagedReplica staged) throws IOException {
        ManifestHeader header = staged.manifest().header();
        long needed = header.bytes() - (long) staged.durable() * header.chunkBytes() + SPARE_BYTES;
        long free = store.freeBytes();
        if (free < needed) {
            throw Failure.of(
                    ErrorCode.STORE_FULL,
                    "Il manque de la place : " + needed + " octets à recevoir, " + free
                            + " octets libres ; libérez-en.",
                    "There is no room: " + needed + " bytes to come, " + free + " bytes free; free some.");
        }
    }

    /** What the wire brought before stays said. */
    private TransferProgress progress(TransferPlan plan, StagedReplica staged) {
        ManifestHeader header = staged.manifest().header();
        TransferProgress before = transfers.find(plan.grant()).orElseThrow().progress();
        return new TransferProgress(
                header.chunks(), staged.durable(), header.bytes(), staged.received(), before.wrong(), before.shares());
    }

    private static Failure whole(TransferPlan plan) {
        return Failure.of(
                ErrorCode.DISK_REFUSED,
                "La copie sous l'autorisation " + plan.grant()
                        + " est déjà entière ou abandonnée ; rien n'a été pris de ce disque.",
                "The copy under the grant " + plan.grant()
                        + " is whole already, or given up; nothing was taken from this disk.");
    }
}
