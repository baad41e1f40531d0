package org.liptako.node.exchange.transfer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liptako.node.exchange.queue.QueuedTransfer;
import org.liptako.node.exchange.queue.SourceRest;
import org.liptako.node.exchange.queue.TransferQueue;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.Faults;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps transfers going until each is sealed and confirmed, or over: after a start, a lost link, a silent source. Each in its turn.
 * Thread-safe.
 */
public final class TransferRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransferRunner.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration LONGEST_BETWEEN_TRIES = Duration.ofSeconds(32);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(15);

    /** A dial costs next to nothing, an attempt looks through all that is here. */
    private static final Duration BETWEEN_DIALS = Duration.ofMillis(500);

    private static final Duration TO_END = Duration.ofSeconds(10);

    private final TransferStore transfers;
    private final TransferDrive drive;
    private final TransferQueue queue;
    private final TransferGate gate;
    private final TransferLease lease;
    private final SourceRest rests;
    private final ReplicaExchangeClient client;
    private final Clock clock;
    /** Those that are dialled while they are left alone; the timer's. */
    private final Set<State> sought = EnumSet.noneOf(State.class);

    private final Map<GrantSerial, Duration> pauses = new ConcurrentHashMap<>();
    private final ExecutorService drives = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("transfers").daemon().factory());
    private volatile boolean closing;

    public TransferRunner(
            TransferStore transfers,
            TransferDrive drive,
            TransferQueue queue,
            TransferGate gate,
            TransferLease lease,
            SourceRest rests,
            ReplicaExchangeClient client,
            Clock clock) {
        this.transfers = transfers;
        this.drive = drive;
        this.queue = queue;
        this.gate = gate;
        this.lease = lease;
        this.rests = rests;
        this.client = client;
        this.clock = clock;
    }

    /** Goes on with every transfer that is not over, now and whenever a wake was lost. */
    @SuppressWarnings("FutureReturnValueIgnored") // A sweep catches what it throws.
    public void start() {
        timer.scheduleWithFixedDelay(this::sweep, 0, BETWEEN_SWEEPS.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(
                () -> careful(lease::renew),
                TransferLease.RENEWAL.toMillis(),
                TransferLease.RENEWAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Looks at a transfer soon, whatever has kept it until now. */
    void wake(GrantSerial serial) {
        soon(() -> {
            pauses.remove(serial);
            look(serial, clock.instant());
            dispatch();
        });
    }

    /** Looks at all of them soon: what keeps them may have changed. */
    void wakeAll() {
        soon(this::sweep);
    }

    /** Looks at what waits for a State that answers again. */
    void answers(State source) {
        rests.answers(source);
        transfers.unfinished().stream()
                .map(Transfer::plan)
                .filter(plan -> plan.source() == source)
                .forEach(plan -> wake(plan.grant()));
    }

    /** Ends the attempts that run; each keeps what it has made durable. */
    @Override
    public void close() {
        closing = true;
        drive.close();
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

    private void soon(Runnable task) {
        after(Duration.ZERO, task);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The task catches what it throws.
    private void after(Duration delay, Runnable task) {
        if (!closing) {
            timer.schedule(() -> careful(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void careful(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            if (!closing) {
                Faults.warn(LOG, e, "The transfers cannot be read; they are looked at again in {}.", BETWEEN_SWEEPS);
            }
        }
    }

    private void sweep() {
        careful(() -> {
            gate.refresh();
            Instant now = clock.instant();
            transfers.unfinished().forEach(transfer -> queue.putUnlessThere(queued(transfer), now));
            transfers.lapsed().forEach(transfer -> queue.putUnlessThere(queued(transfer), now));
            dispatch();
        });
    }

    private void look(GrantSerial serial, Instant notBefore) {
        Optional<Transfer> there = transfers.find(serial).filter(this::isToBeDriven);
        if (there.isPresent()) {
            queue.put(queued(there.get()), notBefore);
        } else {
            queue.remove(serial);
            pauses.remove(serial);
        }
    }

    private boolean isToBeDriven(Transfer transfer) {
        return switch (transfer.state()) {
            case WAITING, RUNNING -> true;
            case SEALED -> !transfer.confirmed();
            case STOPPED -> isOver(transfer);
            case DISCARDED -> false;
        };
    }

    private QueuedTransfer queued(Transfer transfer) {
        boolean moves = transfer.state().isUnderWay() && !isOver(transfer);
        return new QueuedTransfer(
                transfer.plan().grant(),
                transfer.plan().version(),
                transfer.plan().source(),
                transfer.order().priority(),
                transfer.order().since(),
                moves ? transfer.bytesLeft() : 0,
                moves);
    }

    /** Starts whatever may run. */
    private void dispatch() {
        Instant now = clock.instant();
        for (Optional<QueuedTransfer> next = queue.take(now, this::mayRun);
                next.isPresent() && !closing;
                next = queue.take(now, this::mayRun)) {
            QueuedTransfer taken = next.get();
            drives.execute(() -> drive(taken));
        }
    }

    private boolean mayRun(QueuedTransfer queued) {
        return !queued.moves()
                || (!rests.isLeftAlone(queued.source(), clock.instant())
                        && gate.hindrance(queued.grant(), queued.source()).isEmpty());
    }

    private boolean isOver(Transfer transfer) {
        return !clock.instant().isBefore(transfer.plan().expires());
    }

    private void drive(QueuedTransfer taken) {
        Duration rest = Duration.ZERO;
        try {
            rest = rest(taken, drive.run(taken));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!closing) {
                Faults.warn(LOG, e, "Transfer {} could not go on; it is tried again.", taken.grant());
            }
            rest = BETWEEN_TRIES;
        } finally {
            queue.ended(taken.grant());
        }
        Duration length = rest;
        soon(() -> {
            look(taken.grant(), clock.instant().plus(length));
            dispatch();
            if (!length.isZero()) {
                // Not a moment too soon, and nothing else need wake it.
                after(length.plusMillis(20), this::dispatch);
            }
        });
    }

    private Duration rest(QueuedTransfer taken, DriveEnd end) {
        return switch (end) {
            case NOW -> {
                pauses.remove(taken.grant());
                yield Duration.ZERO;
            }
            case LATER ->
                pauses.merge(taken.grant(), BETWEEN_TRIES, (before, first) -> {
                    Duration doubled = before.multipliedBy(2);
                    return doubled.compareTo(LONGEST_BETWEEN_TRIES) > 0 ? LONGEST_BETWEEN_TRIES : doubled;
                });
            case ELSEWHERE -> BETWEEN_TRIES;
            case SOURCE_SILENT -> {
                Duration left = rests.failed(taken.source(), clock.instant());
                soon(() -> seek(taken.source()));
                yield left;
            }
        };
    }

    private void seek(State source) {
        if (!sought.contains(source)) {
            client.hangUp(source);
            dial(source);
        }
    }

    /** Dials a source that is left alone, again and again: once it is reached, nothing need wait any longer. */
    private void dial(State source) {
        sought.remove(source);
        if (!rests.isLeftAlone(source, clock.instant())) {
            return;
        }
        if (client.reaches(source)) {
            answers(source);
        } else {
            sought.add(source);
            after(BETWEEN_DIALS, () -> dial(source));
        }
    }
}
