package org.liptako.node.exchange.transfer;

import java.time.Clock;
import java.util.BitSet;
import java.util.Optional;
import org.liptako.node.exchange.queue.QueuedTransfer;
import org.liptako.node.exchange.queue.SourceRest;
import org.liptako.node.exchange.queue.TransferQueue;
import org.liptako.node.wire.Faults;
import org.liptako.node.wire.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a transfer does when it has a place: moves bytes, seals, tells its source, or ends. Thread-safe. */
final class TransferDrive {
    private static final Logger LOG = LoggerFactory.getLogger(TransferDrive.class);

    private final TransferStore transfers;
    private final TransferSteps steps;
    private final ReplicaReceiver receiver;
    private final TransferQueue queue;
    private final TransferGate gate;
    private final VersionTurns turns;
    private final TransferLease lease;
    private final SourceRest rests;
    private final TransferRates rates;
    private final Clock clock;
    private volatile boolean closing;

    TransferDrive(
            TransferStore transfers,
            TransferSteps steps,
            ReplicaReceiver receiver,
            TransferQueue queue,
            TransferGate gate,
            VersionTurns turns,
            TransferLease lease,
            SourceRest rests,
            TransferRates rates,
            Clock clock) {
        this.transfers = transfers;
        this.steps = steps;
        this.receiver = receiver;
        this.queue = queue;
        this.gate = gate;
        this.turns = turns;
        this.lease = lease;
        this.rests = rests;
        this.rates = rates;
        this.clock = clock;
    }

    /** From now on every attempt ends within seconds, and keeps what it has made durable. */
    void close() {
        closing = true;
    }

    DriveEnd run(QueuedTransfer queued) throws InterruptedException {
        if (!turns.tryTake(queued.version())) {
            return DriveEnd.LATER;
        }
        try {
            return runUnderLease(queued);
        } finally {
            rates.forget(queued.grant());
            turns.release(queued.version());
        }
    }

    private DriveEnd runUnderLease(QueuedTransfer queued) throws InterruptedException {
        if (!lease.take(queued.version())) {
            return DriveEnd.ELSEWHERE;
        }
        try {
            return run(transfers.find(queued.grant()).orElseThrow());
        } finally {
            lease.giveBack(queued.version());
        }
    }

    private DriveEnd run(Transfer transfer) throws InterruptedException {
        TransferPlan plan = transfer.plan();
        if (transfer.state().isUnderWay() && !isOver(plan)) {
            Optional<Sentence> withdrawn = steps.withdrawn(plan);
            return withdrawn.isEmpty() ? attempt(transfer) : stop(plan, TransferWait.RULE, withdrawn.get());
        }
        if (transfer.state() == TransferState.SEALED && !transfer.confirmed()) {
            return confirm(plan);
        }
        if (transfer.state() != TransferState.SEALED && isOver(plan)) {
            discard(transfer);
        }
        return DriveEnd.NOW;
    }

    private DriveEnd attempt(Transfer transfer) throws InterruptedException {
        TransferPlan plan = transfer.plan();
        boolean readsFirst = steps.isLeftDamagedHere(plan);
        return switch (receiver.receive(plan, transfer.progress(), new Watch(plan, readsFirst))) {
            case AttemptOutcome.Whole whole -> {
                if (!isStillOurs(plan)) {
                    yield DriveEnd.NOW;
                }
                Optional<Sentence> withdrawn = steps.withdrawn(plan);
                if (withdrawn.isPresent()) {
                    yield stop(plan, TransferWait.RULE, withdrawn.get());
                }
                if (!readsFirst && steps.isDamagedHere(plan)) {
                    steps.wait(plan, TransferWait.DISK, TransferReasons.WITHDRAWN_HERE);
                    yield DriveEnd.LATER;
                }
                if (!steps.seal(plan, whole.header())) {
                    LOG.warn("Transfer {} of {} was ended by another process meanwhile.", plan.grant(), plan.version());
                    yield DriveEnd.NOW;
                }
                LOG.info("Transfer {} of {} is sealed.", plan.grant(), plan.version());
                yield confirm(plan);
            }
            case AttemptOutcome.Again again -> {
                steps.wait(plan, again.waitsFor(), again.reason());
                yield end(again.waitsFor());
            }
            case AttemptOutcome.Stopped stopped -> stop(plan, stopped.waitsFor(), stopped.reason());
        };
    }

    /** Another process may have taken it while the database was away from this one, and have ended it. */
    private boolean isStillOurs(TransferPlan plan) {
        if (!lease.take(plan.version())) {
            return false;
        }
        TransferState state = transfers.find(plan.grant()).orElseThrow().state();
        return state != TransferState.SEALED && state != TransferState.DISCARDED;
    }

    private static DriveEnd end(TransferWait waitsFor) {
        return switch (waitsFor) {
            case LINK -> DriveEnd.SOURCE_SILENT;
            case PEER, DISK, BYTES, RULE, COURIER -> DriveEnd.LATER;
            case NOTHING, TURN, PAUSED, WINDOW, NODE -> DriveEnd.NOW;
        };
    }

    private DriveEnd stop(TransferPlan plan, TransferWait waitsFor, Sentence reason) {
        LOG.warn("Transfer {} of {} is stopped: {}", plan.grant(), plan.version(), reason);
        steps.stop(plan, waitsFor, reason);
        return DriveEnd.NOW;
    }

    private DriveEnd confirm(TransferPlan plan) {
        try {
            steps.confirm(plan);
            return DriveEnd.NOW;
        } catch (TransferBreak e) {
            LOG.info("Transfer {} is sealed; its source could not be told yet: {}", plan.grant(), e.reason());
            return e.waitsFor() == TransferWait.LINK ? DriveEnd.SOURCE_SILENT : DriveEnd.LATER;
        }
    }

    private void discard(Transfer transfer) {
        // Whoever has it now may be fetching it under another grant.
        if (transfer.state() != TransferState.DISCARDED
                && lease.holds(transfer.plan().version())) {
            steps.discard(transfer);
            LOG.info(
                    "Transfer {} is over: its grant has ended.", transfer.plan().grant());
        }
    }

    private boolean isOver(TransferPlan plan) {
        return !clock.instant().isBefore(plan.expires());
    }

    /** Writes progress down, and ends an attempt whose grant ends or is withdrawn, whose place is wanted, or whose node stops. */
    private final class Watch implements ReplicaReceiver.Watcher {
        private final TransferPlan plan;
        private final boolean readsFirst;

        Watch(TransferPlan plan, boolean readsFirst) {
            this.plan = plan;
            this.readsFirst = readsFirst;
        }

        @Override
        public boolean readsFirst() {
            return readsFirst;
        }

        /** Of many a transfer nobody knows how big it is before its manifest is there: it may have a place that is not meant for it. */
        @Override
        public void missing(BitSet chunks, TransferProgress before) {
            if (mustYield(before.bytesLeft())) {
                // Else it would come back as one of which nothing is known.
                transfers.progress(plan.grant(), before);
                throw TransferBreak.yields();
            }
        }

        @Override
        public int begun() {
            return steps.begin(plan);
        }

        @Override
        public void look() {
            lookAt(() -> {});
            if (queue.mustYield(plan.grant(), clock.instant(), this::couldRun)) {
                throw TransferBreak.yields();
            }
        }

        @Override
        public boolean readsAgain() {
            boolean asked = transfers.find(plan.grant()).orElseThrow().order().verifyDisk();
            if (asked) {
                transfers.state(plan.grant(), TransferState.RUNNING, TransferWait.NOTHING, TransferReasons.READ_AGAIN);
            }
            return asked;
        }

        @Override
        public void reading() {
            lookAt(() -> {});
        }

        @Override
        public boolean leftAlone(HolderShare share) {
            try {
                steps.leftAlone(plan, share);
                return true;
            } catch (RuntimeException e) {
                Faults.warn(LOG, e, "That {} sent wrong chunks cannot be journaled.", share.state());
                return false;
            }
        }

        @Override
        public void progress(TransferProgress progress) {
            rates.progress(plan, progress);
            if (rates.of(plan.grant()) > 0) {
                rests.answers(plan.source());
            }
            lookAt(() -> transfers.progress(plan.grant(), progress));
            if (mustYield(progress.bytesLeft())) {
                throw TransferBreak.yields();
            }
        }

        /** What is all here keeps its place: it is done at once. */
        private boolean mustYield(long bytesLeft) {
            return bytesLeft > 0 && queue.mustYield(plan.grant(), bytesLeft, clock.instant(), this::couldRun);
        }

        private void lookAt(Runnable write) {
            Optional<Sentence> withdrawn = Optional.empty();
            if (!lease.holds(plan.version())) {
                throw TransferBreak.interrupted();
            }
            try {
                write.run();
                withdrawn = steps.withdrawn(plan);
            } catch (RuntimeException e) {
                // The bytes are safe without the database; it is needed again to seal.
                Faults.warn(LOG, e, "The progress of transfer {} cannot be written.", plan.grant());
            }
            if (closing) {
                throw TransferBreak.interrupted();
            }
            if (turns.isAwaited(plan.version())) {
                throw TransferBreak.aside();
            }
            if (isOver(plan)) {
                throw TransferBreak.grantEnded();
            }
            if (withdrawn.isPresent()) {
                throw TransferBreak.withdrawn(withdrawn.get());
            }
            gate.hindrance(plan.grant(), plan.source()).ifPresent(hindrance -> {
                throw TransferBreak.hindered(hindrance);
            });
        }

        private boolean couldRun(QueuedTransfer other) {
            return !rests.isLeftAlone(other.source(), clock.instant())
                    && gate.hindrance(other.grant(), other.source()).isEmpty();
        }
    }
}
