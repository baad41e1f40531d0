package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.metric.ExchangeMeter;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.LocalChunks;
import org.liptako.node.exchange.store.ReceivedBytes;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.exchange.transfer.AttemptOutcome.Again;
import org.liptako.node.exchange.transfer.AttemptOutcome.Stopped;
import org.liptako.node.exchange.transfer.AttemptOutcome.Whole;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Brings the bytes of a replica onto this site's disk: goes on from what earlier attempts made durable, and ends when every chunk is proved
 * and synced. It writes nothing into journal or database; what lies beside the bytes is all it needs to go on. Thread-safe.
 */
public final class ReplicaReceiver {
    private static final long SPARE_BYTES = 64L << 20;

    private final ReplicaStore store;
    private final ReplicaExchangeClient client;
    private final ManifestCheck check;
    private final ExchangeMeter meter;
    private final Clock clock;

    public ReplicaReceiver(
            ReplicaStore store, ReplicaExchangeClient client, ManifestCheck check, ExchangeMeter meter, Clock clock) {
        this.store = store;
        this.client = client;
        this.check = check;
        this.meter = meter;
        this.clock = clock;
    }

    /** Who is told how an attempt goes. What it throws ends the attempt. */
    interface Watcher {
        /** Called about every second while the manifest comes. */
        void look();

        /** Chunks begin to move; gives the number of the attempt, from 1. */
        int begun();

        /** Called about every second. */
        void progress(TransferProgress progress);
    }

    /** One attempt; {@code wrong} chunks were refused in earlier ones. */
    AttemptOutcome receive(TransferPlan plan, int wrong, Watcher watcher) throws InterruptedException {
        try {
            Optional<HeldVersion> there = store.sealed(plan.version());
            if (there.isPresent()) {
                return new Whole(there.get().manifest().header());
            }
            SignedManifest signed = manifest(plan, watcher);
            if (!store.quarantined(plan.version())) {
                fetch(plan, signed, new AtomicInteger(wrong), watcher);
                store.quarantine(plan.version());
            }
            return new Whole(signed.manifest().header());
        } catch (TransferBreak e) {
            return e.isFinal() ? new Stopped(e.waitsFor(), e.reason()) : new Again(e.waitsFor(), e.reason());
        } catch (Failure e) {
            return new Stopped(waitsFor(e.code()), e.sentence());
        } catch (BucketException e) {
            return e.isPassing()
                    ? new Again(TransferWait.DISK, e.sentence())
                    : new Stopped(TransferWait.DISK, e.sentence());
        } catch (IOException e) {
            return new Stopped(TransferWait.DISK, TransferReasons.diskTrouble(String.valueOf(e.getMessage())));
        }
    }

    private static TransferWait waitsFor(ErrorCode code) {
        return switch (code) {
            case STORE_FULL -> TransferWait.DISK;
            case BYTES_CORRUPT -> TransferWait.BYTES;
            default -> TransferWait.PEER;
        };
    }

    /** From what an earlier attempt kept, else from the source. Checked either way: disks are not trusted more than peers. */
    private SignedManifest manifest(TransferPlan plan, Watcher watcher) throws IOException, InterruptedException {
        Optional<SignedManifest> kept = store.partial(plan.version());
        if (kept.isEmpty()) {
            return client.manifest(
                    plan,
                    store.draft(plan.version()),
                    (header, statement) -> check.check(header, statement, plan),
                    watcher::look);
        }
        check.check(kept.get().manifest().header(), kept.get().statement(), plan);
        return kept.get();
    }

    private void fetch(TransferPlan plan, SignedManifest signed, AtomicInteger wrong, Watcher watcher)
            throws IOException, InterruptedException {
        try (StagedReplica staged = store.stage(signed)) {
            checkRoom(staged);
            meter.attempt(watcher.begun() == 1);
            int wrongBefore = wrong.get();
            Instant begun = clock.instant();
            long durableBefore = durableBytes(staged);
            ReceivedBytes receivedBefore = staged.received();
            try {
                fetchAll(plan, staged, wrong, watcher);
            } finally {
                ReceivedBytes received = staged.received();
                meter.received(received.bytes() - receivedBefore.bytes(), received.twice() - receivedBefore.twice());
                meter.wrongChunks(wrong.get() - wrongBefore);
                meter.attemptEnded(durableBytes(staged) - durableBefore, Duration.between(begun, clock.instant()));
            }
        }
    }

    private void fetchAll(TransferPlan plan, StagedReplica staged, AtomicInteger wrong, Watcher watcher)
            throws IOException, InterruptedException {
        Runnable tick = () -> watcher.progress(progress(staged, wrong.get()));
        new LocalChunks(store, staged, tick).take();
        while (!staged.missing().isEmpty()) {
            int before = staged.durable();
            int wrongBefore = wrong.get();
            try {
                new FetchRound(plan, staged, client, wrong).run(tick);
            } catch (TransferBreak | Failure e) {
                staged.sync();
                tick.run();
                throw e;
            }
            staged.sync();
            tick.run();
            if (staged.durable() == before) {
                throw wrong.get() > wrongBefore
                        ? new Failure(ErrorCode.BYTES_CORRUPT, TransferReasons.wrongChunks(plan.source(), wrong.get()))
                        : TransferBreak.stalled(plan.source());
            }
        }
    }

    private void checkRoom(StagedReplica staged) throws IOException {
        ManifestHeader header = staged.manifest().header();
        long needed = header.bytes() - durableBytes(staged) + SPARE_BYTES;
        long free = store.freeBytes();
        if (free < needed) {
            throw new Failure(ErrorCode.STORE_FULL, TransferReasons.noRoom(needed, free));
        }
    }

    private static TransferProgress progress(StagedReplica staged, int wrong) {
        ManifestHeader header = staged.manifest().header();
        return new TransferProgress(header.chunks(), staged.durable(), header.bytes(), staged.received(), wrong);
    }

    private static long durableBytes(StagedReplica staged) {
        return (long) staged.durable() * staged.manifest().header().chunkBytes();
    }
}
