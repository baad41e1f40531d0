package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Faults;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps transfers going until each is sealed and confirmed, or over: after a start, a lost link, a silent source. A few at a time; never two
 * for one version, for they would share its folder. Thread-safe.
 */
public final class TransferRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransferRunner.class);
    private static final int AT_A_TIME = 4;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(15);
    private static final Duration TO_GIVE_WAY = Duration.ofSeconds(20);
    private static final Duration TO_END = Duration.ofSeconds(10);

    private final TransferStore transfers;
    private final TransferSteps steps;
    private final ReplicaReceiver receiver;
    private final Clock clock;
    private final VersionTurns turns = new VersionTurns();
    private final Set<GrantSerial> waiting = ConcurrentHashMap.newKeySet();
    private final Semaphore slots = new Semaphore(AT_A_TIME, true);
    private final ExecutorService drives = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("transfers").daemon().factory());
    private volatile boolean closing;

    public TransferRunner(TransferStore transfers, TransferSteps steps, ReplicaReceiver receiver, Clock clock) {
        this.transfers = transfers;
        this.steps = steps;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** Goes on with every transfer that is not over, now and whenever a wake was lost. */
    @SuppressWarnings("FutureReturnValueIgnored") // A sweep catches what it throws.
    public void start() {
        timer.scheduleWithFixedDelay(this::sweep, 0, BETWEEN_SWEEPS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks at a transfer soon. */
    void wake(GrantSerial serial) {
        wake(serial, Duration.ZERO);
    }

    /** Looks at what waits for a State that answers again. */
    void answers(State source) {
        transfers.unfinished().stream()
                .map(Transfer::plan)
                .filter(plan -> plan.source() == source)
                .forEach(plan -> wake(plan.grant()));
    }

    /** What brings chunks of a replica otherwise than by the wire. */
    @FunctionalInterface
    public interface Filling<T> {
        T fill() throws IOException;
    }

    /**
     * Keeps the wire from a version while something else fills its replica, then goes on with the transfer: it fetches what is still missing, or seals.
     *
     * @return what the filling gives; empty, and nothing is filled, if the copy has been sealed or given up meanwhile
     * @throws Failure NOT_READY if the wire does not give way within 20 s
     */
    public <T> Optional<T> aside(TransferPlan plan, Filling<T> filling) throws IOException, InterruptedException {
        if (!turns.take(plan.version(), TO_GIVE_WAY)) {
            throw new Failure(ErrorCode.NOT_READY, TransferReasons.wireBusy(plan.grant()));
        }
        try {
            TransferState state = transfers.find(plan.grant()).orElseThrow().state();
            if (state == TransferState.SEALED || state == TransferState.DISCARDED) {
                return Optional.empty();
            }
            steps.begin(plan);
            try {
                return Optional.of(filling.fill());
            } finally {
                steps.wait(plan, TransferReasons.DISK_READ);
            }
        } finally {
            turns.release(plan.version());
            wake(plan.grant());
        }
    }

    /** Ends the attempts that run; each keeps what it has made durable. */
    @Override
    public void close() {
        closing = true;
        timer.shutdownNow();
        drives.shutdown();
        try {
            if (!drives.awaitTermination(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A transfer did not end within {}.", TO_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A drive catches what it throws.
    private void wake(GrantSerial serial, Duration delay) {
        if (!closing) {
            timer.schedule(() -> drives.execute(() -> drive(serial)), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        try {
            transfers.unfinished().forEach(transfer -> wake(transfer.plan().grant()));
            transfers.lapsed().forEach(transfer -> wake(transfer.plan().grant()));
        } catch (RuntimeException e) {
            Faults.warn(LOG, e, "The transfers cannot be read; they are looked at again in {}.", BETWEEN_SWEEPS);
        }
    }

    private void drive(GrantSerial serial) {
        try {
            if (awaitSlot(serial)) {
                try {
                    driveInTurn(serial);
                } finally {
                    slots.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!closing) {
                Faults.warn(LOG, e, "Transfer {} could not go on; it is tried again.", serial);
            }
            wake(serial, BETWEEN_TRIES);
        }
    }

    /** False if the transfer is waited for already: whoever waits looks at all that happened until the slot came. */
    private boolean awaitSlot(GrantSerial serial) throws InterruptedException {
        if (!waiting.add(serial)) {
            return false;
        }
        try {
            slots.acquire();
        } finally {
            waiting.remove(serial);
        }
        return true;
    }

    /** With a slot in hand, so that nobody waits behind a turn in which nothing happens. */
    private void driveInTurn(GrantSerial serial) throws InterruptedException {
        Optional<Transfer> transfer = transfers.find(serial);
        if (transfer.isPresent() && turns.tryTake(transfer.get().plan().version())) {
            try {
                drive(transfer.get().plan());
            } finally {
                turns.release(transfer.get().plan().version());
            }
        }
    }

    private void drive(TransferPlan plan) throws InterruptedException {
        // Read again: another thread may have had it since.
        Transfer transfer = transfers.find(plan.grant()).orElseThrow();
        if (transfer.state().isUnderWay() && !isOver(plan)) {
            Optional<Sentence> withdrawn = steps.withdrawn(plan);
            if (withdrawn.isEmpty()) {
                attempt(transfer);
            } else {
                stop(plan, withdrawn.get());
            }
        } else if (transfer.state() == TransferState.SEALED && !transfer.confirmed()) {
            confirm(plan);
        } else if (transfer.state() != TransferState.SEALED && isOver(plan)) {
            discard(transfer);
        }
    }

    private void attempt(Transfer transfer) throws InterruptedException {
        TransferPlan plan = transfer.plan();
        switch (receiver.receive(plan, transfer.progress().wrong(), new Watch(plan))) {
            case AttemptOutcome.Whole whole -> {
                Optional<Sentence> withdrawn = steps.withdrawn(plan);
                if (withdrawn.isEmpty()) {
                    steps.seal(plan, whole.header());
                    LOG.info("Transfer {} of {} is sealed.", plan.grant(), plan.version());
                    confirm(plan);
                } else {
                    stop(plan, withdrawn.get());
                }
            }
            case AttemptOutcome.Again again -> {
                steps.wait(plan, again.reason());
                wake(plan.grant(), BETWEEN_TRIES);
            }
            case AttemptOutcome.Stopped stopped -> stop(plan, stopped.reason());
        }
    }

    private void stop(TransferPlan plan, Sentence reason) {
        LOG.warn("Transfer {} of {} is stopped: {}", plan.grant(), plan.version(), reason);
        steps.stop(plan, reason);
        wake(plan.grant());
    }

    private void confirm(TransferPlan plan) {
        try {
            steps.confirm(plan);
        } catch (TransferBreak e) {
            LOG.info("Transfer {} is sealed; its source could not be told yet: {}", plan.grant(), e.reason());
            wake(plan.grant(), BETWEEN_TRIES);
        }
    }

    private void discard(Transfer transfer) {
        if (transfer.state() != TransferState.DISCARDED) {
            steps.discard(transfer);
            LOG.info(
                    "Transfer {} is over: its grant has ended.", transfer.plan().grant());
        }
    }

    private boolean isOver(TransferPlan plan) {
        return !clock.instant().isBefore(plan.expires());
    }

    /** Writes progress down, and ends an attempt whose grant ends or is withdrawn, or whose node stops. */
    private final class Watch implements ReplicaReceiver.Watcher {
        private final TransferPlan plan;

        Watch(TransferPlan plan) {
            this.plan = plan;
        }

        @Override
        public void begun() {
            steps.begin(plan);
        }

        @Override
        public void look() {
            lookAt(() -> {});
        }

        @Override
        public void progress(TransferProgress progress) {
            lookAt(() -> transfers.progress(plan.grant(), progress));
        }

        private void lookAt(Runnable write) {
            Optional<Sentence> withdrawn = Optional.empty();
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
        }
    }
}
