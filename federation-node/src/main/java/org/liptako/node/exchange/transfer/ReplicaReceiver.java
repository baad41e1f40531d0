package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.metric.ExchangeMeter;
import org.liptako.node.exchange.store.CopyReading;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReplicaStore;
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

    private final ReplicaStore store;
    private final ReplicaExchangeClient client;
    private final Holders holders;
    private final ManifestFetch manifests;
    private final ChunkFetch chunks;

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
        this.manifests = new ManifestFetch(store, client, check);
        this.chunks = new ChunkFetch(store, client, meter, clock);
    }

    /** What it asks by. */
    ReplicaExchangeClient client() {
        return client;
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
            SignedManifest signed = manifests.get(plan, asked, watcher);
            for (boolean first = true; ; first = false) {
                if (!store.quarantined(plan.version())) {
                    chunks.fetch(plan, signed, asked, shares, watcher);
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

    /**
     * Reads a copy that lies sealed here; where chunks of it are lost, takes it back to those that are received, with what is sound.
     *
     * @param lost told of those chunks before anything is changed
     */
    void takeApart(TransferPlan plan, TransferProgress before, Watcher watcher, Consumer<BitSet> lost)
            throws IOException, InterruptedException {
        Optional<HeldVersion> sealed = manifests.sealedAnew(plan, () -> asked(plan, new HolderShares(before)), watcher);
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
}
