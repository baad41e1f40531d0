package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.metric.ExchangeMeter;
import org.liptako.node.exchange.store.CopyReading;
import org.liptako.node.exchange.store.DamagedManifestException;
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
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the bytes of a replica onto this site's disk, from all who hold them: goes on from what earlier attempts made durable, and ends when every chunk is proved
 * and synced. It writes nothing into journal or database; what lies beside the bytes is all it needs to go on. Thread-safe.
 */
public final class ReplicaReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaReceiver.class);
    private static final long SPARE_BYTES = 64L << 20;

    private final ReplicaStore store;
    private final ReplicaExchangeClient client;
    private final Holders holders;
    private final ManifestCheck check;
    private final ExchangeMeter meter;
    private final Clock clock;

    public ReplicaReceiver(
            ReplicaStore store,
            ReplicaExchangeClient client,
            Holders holders,
            ManifestCheck check,
            ExchangeMeter meter,
            Clock clock) {
        this.store = store;
        this.client = client;
        this.holders = holders;
        this.check = check;
        this.meter = meter;
        this.clock = clock;
    }

    /** Who is told how an attempt goes. What it throws ends the attempt. */
    interface Watcher {
        /** Called about every second while the manifest comes. */
        void look();

        /** Whether a copy that lies sealed here is read before it counts, and what is wrong of it fetched. */
        default boolean readsFirst() {
            return false;
        }

        /** What is not here, before chunks begin to move, and how far it has come by then. */
        void missing(BitSet chunks, TransferProgress before);

        /** Chunks begin to move; gives the number of the attempt, from 1. */
        int begun();

        /** Called about every second. */
        void progress(TransferProgress progress);

        /** A holder has sent so many wrong chunks that it is left alone; told again until it gives true. */
        boolean leftAlone(HolderShare share);

        /** Every chunk is proved and synced; gives whether all are read again from the disk before that counts. */
        boolean readsAgain();

        /** Called about every second while they are. */
        void reading();
    }

    /** One attempt, after those that came so far. */
    AttemptOutcome receive(TransferPlan plan, TransferProgress before, Watcher watcher) throws InterruptedException {
        try {
            if (watcher.readsFirst()) {
                takeApart(plan, before, watcher, lost -> {});
            }
            Optional<HeldVersion> there = store.sealed(plan.version());
            if (there.isPresent()) {
                return new Whole(there.get().manifest().header());
            }
            HolderShares shares = new HolderShares(before);
            List<State> asked = asked(plan, shares);
            // While the manifest comes, so that a long way to the source is gone once.
            asked.forEach(client::dial);
            SignedManifest signed = manifest(plan, asked, watcher);
            for (boolean first = true; ; first = false) {
                if (!store.quarantined(plan.version())) {
                    fetch(plan, signed, asked, shares, watcher);
                    store.quarantine(plan.version());
                }
                int lost = watcher.readsAgain() ? takeBackLost(plan.version(), watcher) : 0;
                if (lost == 0) {
                    return new Whole(signed.manifest().header());
                }
                if (!first) {
                    return new Stopped(TransferWait.DISK, TransferReasons.diskLoses(lost));
                }
                LOG.warn("Chunks of {} that the disk has not kept as they were written: {}.", plan.version(), lost);
            }
        } catch (TransferBreak e) {
            return e.isFinal() ? new Stopped(e.waitsFor(), e.reason()) : new Again(e.waitsFor(), e.reason());
        } catch (Failure e) {
            if (e.code() == ErrorCode.STORE_UNKNOWN) {
                // A disk that is mounted later is known then.
                return new Again(TransferWait.DISK, e.sentence());
            }
            return new Stopped(waitsFor(e.code()), e.sentence());
        } catch (BucketException e) {
            return e.isPassing()
                    ? new Again(TransferWait.DISK, e.sentence())
                    : new Stopped(TransferWait.DISK, e.sentence());
        } catch (IOException e) {
            return new Stopped(TransferWait.DISK, TransferReasons.diskTrouble(String.valueOf(e.getMessage())));
        }
    }

    /** Reads a whole replica from the disk, and has what the disk did not keep fetched anew; gives how much that is. */
    private int takeBackLost(DatasetVersion version, Watcher watcher) throws IOException {
        HeldVersion whole = store.present(version).orElseThrow(() -> new IOException("The copy has vanished."));
        EachSecond reading = new EachSecond(watcher::reading);
        BitSet lost = CopyReading.damaged(whole, reading);
        if (!lost.isEmpty()) {
            store.reopen(version, lost, reading);
        }
        return lost.cardinality();
    }

    static TransferWait waitsFor(ErrorCode code) {
        return switch (code) {
            case STORE_FULL, STORE_UNKNOWN -> TransferWait.DISK;
            case BYTES_CORRUPT -> TransferWait.BYTES;
            default -> TransferWait.PEER;
        };
    }

    /** The source, whatever it sent, for an operator has started the transfer again; of the others those that are not left alone. */
    private List<State> asked(TransferPlan plan, HolderShares shares) {
        return holders.of(plan).stream()
                .filter(state -> state == plan.source() || !shares.of(state).isLeftAlone())
                .toList();
    }

    /** From what an earlier attempt kept, else from a holder. Checked either way: disks are not trusted more than peers. */
    private SignedManifest manifest(TransferPlan plan, List<State> asked, Watcher watcher)
            throws IOException, InterruptedException {
        Optional<SignedManifest> kept;
        try {
            kept = store.partial(plan.version());
        } catch (DamagedManifestException e) {
            LOG.warn("{} That of {} is fetched anew.", e.getMessage(), plan.version());
            return renewedManifest(plan, asked, watcher);
        }
        if (kept.isEmpty()) {
            return fetchManifest(plan, asked, watcher);
        }
        if (check.isAltered(kept.get())) {
            return renewedManifest(plan, asked, watcher);
        }
        check.check(kept.get().manifest().header(), kept.get().statement(), plan);
        return kept.get();
    }

    private SignedManifest renewedManifest(TransferPlan plan, List<State> asked, Watcher watcher)
            throws IOException, InterruptedException {
        SignedManifest signed = fetchManifest(plan, asked, watcher);
        store.renew(signed);
        return signed;
    }

    /**
     * A sealed copy, with the manifest beside it read anew; where the disk has damaged that one, with one that is fetched as a transfer does.
     *
     * @throws TransferBreak if nobody gives it
     */
    private Optional<HeldVersion> sealedAnew(TransferPlan plan, TransferProgress before, Watcher watcher)
            throws IOException, InterruptedException {
        try {
            Optional<HeldVersion> sealed = store.sealedAnew(plan.version());
            if (sealed.isEmpty() || !check.isAltered(sealed.get().signed())) {
                return sealed;
            }
        } catch (DamagedManifestException e) {
            LOG.warn("{} That of {} is fetched anew.", e.getMessage(), plan.version());
        }
        renewedManifest(plan, asked(plan, new HolderShares(before)), watcher);
        return store.sealedAnew(plan.version());
    }

    /**
     * Reads a copy that lies sealed here; where chunks of it are lost, takes it back to those that are received, with what is sound.
     *
     * @param lost told of those chunks before anything is changed
     */
    void takeApart(TransferPlan plan, TransferProgress before, Watcher watcher, Consumer<BitSet> lost)
            throws IOException, InterruptedException {
        Optional<HeldVersion> sealed = sealedAnew(plan, before, watcher);
        if (sealed.isEmpty()) {
            // An earlier attempt has done it.
            return;
        }
        EachSecond reading = new EachSecond(watcher::reading);
        BitSet wrong = CopyReading.damaged(sealed.get(), reading);
        if (!wrong.isEmpty()) {
            lost.accept(wrong);
            store.reopen(plan.version(), wrong, reading);
            if (store.sealed(plan.version()).isPresent()) {
                throw new IOException("The damaged copy of " + plan.version() + " could not be taken apart.");
            }
        }
    }

    /** From the source; where that cannot give it, from the first that can. */
    private SignedManifest fetchManifest(TransferPlan plan, List<State> asked, Watcher watcher)
            throws IOException, InterruptedException {
        TransferBreak first = null;
        for (State holder : asked) {
            try {
                return client.manifest(
                        plan.from(holder),
                        store.draft(plan.version()),
                        (header, statement) -> check.check(header, statement, plan),
                        watcher::look);
            } catch (TransferBreak e) {
                if (e.endsTheTransfer() && (first == null || e.isOwn())) {
                    throw e;
                }
                first = first == null ? e : first;
            } catch (Failure e) {
                if (first == null) {
                    throw e;
                }
                LOG.info("{} does not give the manifest of {} either.", holder, plan.version(), e);
            }
        }
        throw first == null ? TransferBreak.stalled(plan.source()) : first;
    }

    private void fetch(
            TransferPlan plan, SignedManifest signed, List<State> asked, HolderShares shares, Watcher watcher)
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
