package org.liptako.node.placement;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.peer.PeerReturn;
import org.liptako.node.wire.Faults;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up requests that are not settled: at the start, when their time has come, and at once when the node of the State that they wait for answers again.
 *
 * <p>At the start it also announces again every grant that is in force, for those who act on them.
 */
public final class PlacementRetry implements PeerReturn, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlacementRetry.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
    private static final int AT_ONCE = 64;

    private final Jdbi jdbi;
    private final Journal journal;
    private final PlacementStore store;
    private final Grants grants;
    private final GrantAnnouncer announcer;
    private final RequestDriver driver;
    private final Executor workers;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("placement-retry").daemon().factory());
    private final Set<RequestId> taken = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledFuture<?> rounds;

    PlacementRetry(
            Jdbi jdbi,
            Journal journal,
            PlacementStore store,
            Grants grants,
            GrantAnnouncer announcer,
            RequestDriver driver,
            Executor workers) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.store = store;
        this.grants = grants;
        this.announcer = announcer;
        this.driver = driver;
        this.workers = workers;
    }

    /** Begins; the root calls this once the node itself answers. */
    public void start() {
        clockwork.execute(this::announceAgain);
        rounds = clockwork.scheduleWithFixedDelay(this::round, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void answers(State state) {
        jdbi.useTransaction(handle -> store.hasten(handle, state, journal.now()));
    }

    /** A witness is back: what waited for it is due. */
    void witnessed() {
        workers.execute(() -> {
            try {
                jdbi.useTransaction(handle -> store.hasten(handle, journal.now()));
            } catch (RuntimeException e) {
                Faults.warn(LOG, e, "Requests that wait for a witness are taken up when their time comes.");
            }
        });
    }

    private void announceAgain() {
        try {
            grants.inForce(journal.now()).forEach(announcer::announce);
        } catch (RuntimeException e) {
            Faults.error(
                    LOG, e, "The grants in force could not be announced; transfers under them wait for a restart.");
        }
    }

    private void round() {
        try {
            List<RequestId> due = jdbi.withHandle(handle -> store.due(handle, journal.now(), AT_ONCE));
            for (RequestId request : due) {
                if (taken.add(request)) {
                    workers.execute(() -> drive(request));
                }
            }
        } catch (RuntimeException e) {
            Faults.warn(LOG, e, "Waiting requests could not be looked for; they are in a moment.");
        }
    }

    private void drive(RequestId request) {
        try {
            driver.drive(request);
        } catch (RuntimeException e) {
            Faults.warn(LOG, e, "Request {} could not be driven on; it is tried again in a minute.", request);
            postpone(request);
        } finally {
            taken.remove(request);
        }
    }

    /** So that requests that fail every time do not keep the others from their turn. */
    private void postpone(RequestId request) {
        try {
            jdbi.useHandle(
                    handle -> store.postpone(handle, request, journal.now().plus(AFTER_A_FAULT)));
        } catch (RuntimeException e) {
            Faults.warn(LOG, e, "Request {} could not be put off.", request);
        }
    }

    @Override
    public void close() {
        if (rounds != null) {
            rounds.cancel(false);
        }
        clockwork.shutdownNow();
    }
}
