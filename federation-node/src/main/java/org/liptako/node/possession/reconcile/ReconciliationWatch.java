package org.liptako.node.possession.reconcile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares store and journals by itself, quietly: a line of log where something differs. Thread-safe. */
public final class ReconciliationWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationWatch.class);

    /** A node that has just started has more urgent work. */
    private static final Duration FIRST = Duration.ofMinutes(10);

    /** Where more was found than is said at once, and where a look failed. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private final ReconciliationDesk desk;
    private final Duration every;
    private final AtomicReference<@Nullable LookSum> last = new AtomicReference<>();
    private final AtomicBoolean alarmed = new AtomicBoolean();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reconcile").daemon().factory());

    public ReconciliationWatch(ReconciliationDesk desk, Duration every, MeterRegistry metrics) {
        this.desk = desk;
        this.every = every;
        Stream.of(HoldingKind.values())
                .forEach(kind -> Gauge.builder("liptako.possession.findings", () -> count(kind))
                        .tag("kind", kind.name())
                        .description(
                                "Differences between this site's store and the journals, as of the last look by itself.")
                        .register(metrics));
    }

    /** Begins to look. */
    public void start() {
        after(every.compareTo(FIRST) < 0 ? every : FIRST);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    private void after(Duration pause) {
        if (!clockwork.isShutdown()) {
            clockwork.schedule(this::lookAndGoOn, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void lookAndGoOn() {
        after(look());
    }

    /** Looks once, and says when to look again. */
    Duration look() {
        try {
            LookSum sum = desk.look(new ReconciliationDesk.Order(false, 0, false), stage -> {}, (finding, files) -> {});
            last.set(sum);
            alarm(sum);
            report(sum);
            return sum.said().more() && every.compareTo(SOON) > 0 ? SOON : every;
        } catch (Failure e) {
            if (e.code() != ErrorCode.TOO_MUCH) {
                LOG.warn("Store and journals were not compared; this is tried again in {}: {}", SOON, e.sentence());
            }
        } catch (RuntimeException e) {
            Faults.warn(LOG, e, "Store and journals were not compared; this is tried again in {}.", SOON);
        }
        return SOON;
    }

    /** Once, as long as it lasts. */
    private void alarm(LookSum sum) {
        if (alarmed.getAndSet(sum.said().held()) || !sum.said().held()) {
            return;
        }
        LOG.error(
                "The store looks not mounted or emptied: {} copies that should be there are missing, {} are there. Nothing was"
                        + " journaled. See whether its disk is mounted; if they are lost, run liptako reconcile by hand, which says it.",
                sum.of(HoldingKind.MISSING),
                sum.matched());
    }

    private static void report(LookSum sum) {
        if (sum.said().found() > 0 || sum.said().ended() > 0) {
            LOG.warn(
                    "Store and journals were compared: {} matched, {} dark, {} missing, {} unmatched, {} unproven;"
                            + " {} findings are new, {} have ended. See liptako reconcile.",
                    sum.matched(),
                    sum.of(HoldingKind.DARK),
                    sum.of(HoldingKind.MISSING),
                    sum.of(HoldingKind.UNMATCHED),
                    sum.of(HoldingKind.UNPROVEN),
                    sum.said().found(),
                    sum.said().ended());
        }
    }

    private double count(HoldingKind kind) {
        LookSum sum = last.get();
        return sum == null ? 0 : sum.of(kind);
    }
}
