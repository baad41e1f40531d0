package org.liptako.node.placement.impact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.liptako.node.placement.PendingRequests;
import org.liptako.node.placement.PendingRequests.Pending;
import org.liptako.node.placement.held.HeldCopies;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.rules.RuleSet;

/**
 * Weighs proposed rules against all that this node knows to lie, move and wait: advice, journaled nowhere.
 *
 * <p>One weighing runs at a time, on two threads of its own, so that it takes no more from the calls; the others wait their turn. Thread-safe.
 */
public final class ImpactDesk implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Copies between two looks at the clock. */
    private static final int STRIDE = 256;

    private final HeldCopies copies;
    private final PendingRequests requests;
    private final RuleSets ruleSets;
    private final Supplier<Optional<TransferRate>> measured;
    private final Clock clock;
    private final LongSupplier nanos;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("impact-reading").factory());
    private final ExecutorService weighing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("impact-weighing").factory());

    /** @param measured asked once for each weighing */
    public ImpactDesk(
            HeldCopies copies,
            PendingRequests requests,
            RuleSets ruleSets,
            Supplier<Optional<TransferRate>> measured,
            Clock clock) {
        this(copies, requests, ruleSets, measured, clock, System::nanoTime);
    }

    /** @param nanos by which a weighing's own time is measured */
    public ImpactDesk(
            HeldCopies copies,
            PendingRequests requests,
            RuleSets ruleSets,
            Supplier<Optional<TransferRate>> measured,
            Clock clock,
            LongSupplier nanos) {
        this.nanos = nanos;
        this.copies = copies;
        this.requests = requests;
        this.ruleSets = ruleSets;
        this.measured = measured;
        this.clock = clock;
    }

    /**
     * Weighs.
     *
     * @param unwanted asked from time to time: whether nobody waits for the answer any longer
     * @throws Failure TOO_MUCH if it takes longer than five minutes, or nobody waits
     */
    public ImpactReport weigh(ImpactQuestion question, BooleanSupplier unwanted) {
        try {
            return CompletableFuture.supplyAsync(() -> weighNow(question, unwanted), reading)
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException said ? said : failed;
        }
    }

    private ImpactReport weighNow(ImpactQuestion question, BooleanSupplier unwanted) {
        long begun = nanos.getAsLong();
        mustGoOn(0, begun, unwanted);
        Instant now = clock.instant();
        RuleSet old = ruleSets.inForce(question.from()).ruleSet();
        Scales scales = new Scales(old, question.proposed());
        ImpactCount count = new ImpactCount(new CopyWeighing(scales, question.from(), question.until()));
        CopyBelt belt = new CopyBelt(
                copy -> {
                    mustGoOn(count.weighed(), begun, unwanted);
                    count.weigh(copy);
                },
                weighing);
        long passedOver = copies.all(now, belt::put);
        belt.end();
        return new ImpactReport(
                question,
                old,
                count.lines(),
                affected(scales, question.from()),
                count.counts(passedOver),
                question.rate().or(measured),
                now,
                Duration.ofNanos(nanos.getAsLong() - begun));
    }

    private List<AffectedRequest> affected(Scales scales, Instant at) {
        return requests.at(at).stream()
                .flatMap(request -> affected(scales, request).stream())
                .toList();
    }

    private static Optional<AffectedRequest> affected(Scales scales, Pending request) {
        return scales.weigh(request::facts)
                .change()
                .map(change -> new AffectedRequest(request, change.was(), change.will(), change.grounds()));
    }

    private void mustGoOn(long weighed, long begun, BooleanSupplier unwanted) {
        if (weighed % STRIDE == 0 && (unwanted.getAsBoolean() || nanos.getAsLong() - begun > LONGEST.toNanos())) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "La pesée est arrêtée après " + weighed
                            + " copies : elle dure plus de cinq minutes, ou personne ne l'attend plus. Raccourcissez la période suivie.",
                    "The weighing was stopped after " + weighed
                            + " copies: it takes more than five minutes, or nobody waits for it. Follow a shorter time.");
        }
    }

    @Override
    public void close() {
        reading.shutdownNow();
        weighing.shutdownNow();
    }
}
