package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Keeps the wire from a version while something else, such as a courier disk, fills its replica. Thread-safe. */
public final class CourierTurns {
    private static final Duration TO_GIVE_WAY = Duration.ofSeconds(20);

    private final TransferStore transfers;
    private final TransferSteps steps;
    private final VersionTurns turns;
    private final TransferRunner runner;

    public CourierTurns(TransferStore transfers, TransferSteps steps, VersionTurns turns, TransferRunner runner) {
        this.transfers = transfers;
        this.steps = steps;
        this.turns = turns;
        this.runner = runner;
    }

    /** What brings chunks of a replica otherwise than by the wire. */
    @FunctionalInterface
    public interface Filling<T> {
        T fill() throws IOException;
    }

    /**
     * Lets something else fill a replica, then goes on with the transfer: it fetches what is still missing, or seals.
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
                steps.wait(plan, TransferWait.TURN, TransferReasons.DISK_READ);
            }
        } finally {
            turns.release(plan.version());
            runner.wake(plan.grant());
        }
    }
}
