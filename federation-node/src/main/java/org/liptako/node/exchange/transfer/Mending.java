package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.wire.Failure;

/**
 * Makes a sealed copy whole again that its disk has damaged: reads it, fetches what is lost as a transfer does, under the same grant, pauses,
 * hours and rates, and reads all of it again. Whoever calls has the turn of the version. Thread-safe.
 */
public final class Mending {
    private final ReplicaReceiver receiver;
    private final TransferSteps steps;
    private final TransferGate gate;
    private final VersionTurns turns;
    private final MendingShares soFar;

    /** @param clock tells when a holder that sent wrong chunks is asked again */
    public Mending(
            ReplicaReceiver receiver, TransferSteps steps, TransferGate gate, VersionTurns turns, InstantSource clock) {
        this.receiver = receiver;
        this.steps = steps;
        this.gate = gate;
        this.turns = turns;
        this.soFar = new MendingShares(clock);
    }

    /** Who looks after a copy while it is mended. */
    public interface Care {
        /** Why it must not go on; asked before anything is done, and about every second. */
        Optional<Hindrance> hindrance();

        /** Why it is to be broken off while chunks come, for others to have its place; what has come stays. */
        Optional<Hindrance> room();

        /** Chunks that are lost; told before they are taken out of the copy, and before any is fetched. */
        void lost(BitSet chunks);
    }

    /**
     * Mends a copy. What is durable when it ends stays so, however it ends.
     *
     * @return why the copy is not whole; empty if every chunk was read from the disk and is right, and the copy is sealed or in quarantine
     */
    public Optional<Hindrance> mend(TransferPlan plan, Care care) throws IOException, InterruptedException {
        Watch watch = new Watch(plan, care);
        TransferProgress before = soFar.before(plan.version());
        try {
            watch.look();
            receiver.takeApart(plan, before, watch, care::lost);
        } catch (Failure e) {
            return Optional.of(new Hindrance(ReplicaReceiver.waitsFor(e.code()), e.sentence()));
        } catch (TransferBreak e) {
            return Optional.of(new Hindrance(e.waitsFor(), e.reason()));
        } catch (BucketException e) {
            return Optional.of(new Hindrance(TransferWait.DISK, e.sentence()));
        }
        return switch (receiver.receive(plan, before, watch)) {
            case AttemptOutcome.Whole whole -> {
                soFar.forget(plan.version());
                yield Optional.empty();
            }
            case AttemptOutcome.Again again -> Optional.of(new Hindrance(again.waitsFor(), again.reason()));
            case AttemptOutcome.Stopped stopped -> Optional.of(new Hindrance(stopped.waitsFor(), stopped.reason()));
        };
    }

    /** Forgets what came for copies that are in order, or gone. */
    public void keepOnly(Collection<DatasetVersion> versions) {
        soFar.keepOnly(versions);
    }

    private final class Watch implements ReplicaReceiver.Watcher {
        private static final int NOT_THE_FIRST = 2;

        private final TransferPlan plan;
        private final Care care;

        Watch(TransferPlan plan, Care care) {
            this.plan = plan;
            this.care = care;
        }

        @Override
        public void look() {
            care.hindrance()
                    .or(() -> gate.hindrance(plan.grant(), plan.source()))
                    .ifPresent(hindrance -> {
                        throw TransferBreak.hindered(hindrance);
                    });
            steps.withdrawn(plan).ifPresent(why -> {
                throw TransferBreak.withdrawn(why);
            });
            if (turns.isAwaited(plan.version())) {
                throw TransferBreak.aside();
            }
        }

        @Override
        public void missing(BitSet chunks, TransferProgress before) {
            care.lost(chunks);
        }

        @Override
        public int begun() {
            look();
            return NOT_THE_FIRST;
        }

        @Override
        public void progress(TransferProgress progress) {
            soFar.keep(plan.version(), progress);
            look();
            care.room().ifPresent(hindrance -> {
                throw TransferBreak.hindered(hindrance);
            });
        }

        @Override
        public boolean leftAlone(HolderShare share) {
            steps.leftAlone(plan, share);
            return true;
        }

        @Override
        public boolean readsAgain() {
            return true;
        }

        @Override
        public void reading() {
            look();
        }
    }
}
