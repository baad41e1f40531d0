package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.metric.ExchangeMeter;
import org.liptako.node.exchange.store.LocalChunks;
import org.liptako.node.exchange.store.ReceivedBytes;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.exchange.transfer.ReplicaReceiver.Watcher;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** Brings the chunks that a replica lacks: those that lie at this site, then those of its holders, in rounds, as long as they bring anything. Thread-safe. */
final class ChunkFetch {
    private static final long SPARE_BYTES = 64L << 20;

    private final ReplicaStore store;
    private final ReplicaExchangeClient client;
    private final ExchangeMeter meter;
    private final Clock clock;

    ChunkFetch(ReplicaStore store, ReplicaExchangeClient client, ExchangeMeter meter, Clock clock) {
        this.store = store;
        this.client = client;
        this.meter = meter;
        this.clock = clock;
    }

    /** Returns when every chunk is proved and synced. */
    void fetch(TransferPlan plan, SignedManifest signed, List<State> asked, HolderShares shares, Watcher watcher)
            throws IOException, InterruptedException {
        try (StagedReplica staged = store.stage(signed)) {
            checkRoom(staged);
            watcher.missing(staged.missing(), progress(staged, shares));
            meter.attempt(watcher.begun() == 1);
            int wrongBefore = shares.wrong();
            Instant begun = clock.instant();
            long durableBefore = durableBytes(staged);
            ReceivedBytes receivedBefore = staged.received();
            try {
                fetchAll(new FetchWork(plan, asked, staged, shares), watcher);
            } finally {
                ReceivedBytes received = staged.received();
                meter.received(received.bytes() - receivedBefore.bytes(), received.twice() - receivedBefore.twice());
                meter.wrongChunks(shares.wrong() - wrongBefore);
                meter.attemptEnded(durableBytes(staged) - durableBefore, Duration.between(begun, clock.instant()));
            }
        }
    }

    private void fetchAll(FetchWork work, Watcher watcher) throws IOException, InterruptedException {
        StagedReplica staged = work.staged();
        HolderShares shares = work.shares();
        Runnable tick = tick(work, watcher);
        new LocalChunks(store, staged, tick).take();
        while (!staged.missing().isEmpty()) {
            int before = staged.durable();
            int wrongBefore = shares.wrong();
            try {
                new FetchRound(work, client).run(tick);
            } catch (TransferBreak | Failure e) {
                staged.sync();
                tick.run();
                throw e;
            }
            staged.sync();
            tick.run();
            if (staged.durable() == before) {
                State source = work.plan().source();
                throw shares.wrong() > wrongBefore
                        ? new Failure(ErrorCode.BYTES_CORRUPT, TransferReasons.wrongChunks(source, shares.wrong()))
                        : TransferBreak.stalled(source);
            }
        }
    }

    /** Tells how far it has come, and once of each holder that is left alone. */
    private static Runnable tick(FetchWork work, Watcher watcher) {
        Set<State> told = EnumSet.noneOf(State.class);
        leftAlone(work.shares()).forEach(share -> told.add(share.state()));
        return () -> {
            leftAlone(work.shares()).stream()
                    .filter(share -> !told.contains(share.state()) && watcher.leftAlone(share))
                    .forEach(share -> told.add(share.state()));
            watcher.progress(progress(work.staged(), work.shares()));
        };
    }

    private static List<HolderShare> leftAlone(HolderShares shares) {
        return shares.list().stream().filter(HolderShare::isLeftAlone).toList();
    }

    private void checkRoom(StagedReplica staged) throws IOException {
        ManifestHeader header = staged.manifest().header();
        long needed = header.bytes() - durableBytes(staged) + SPARE_BYTES;
        long free = store.freeBytes();
        if (free < needed) {
            throw new Failure(ErrorCode.STORE_FULL, TransferReasons.noRoom(needed, free));
        }
    }

    private static TransferProgress progress(StagedReplica staged, HolderShares shares) {
        ManifestHeader header = staged.manifest().header();
        return new TransferProgress(
                header.chunks(), staged.durable(), header.bytes(), staged.received(), shares.wrong(), shares.list());
    }

    private static long durableBytes(StagedReplica staged) {
        return (long) staged.durable() * staged.manifest().header().chunkBytes();
    }
}
