package org.liptako.node.possession.challenge;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Faults;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Challenges by itself: every copy as often as its class wants, spread over that time, one after the other. A site that cannot be reached rests, and with it all
 * its copies. Thread-safe.
 */
public final class ChallengeWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChallengeWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final Duration CLAIM = Duration.ofMinutes(30);

    /** Until a site that could not be reached is tried again. */
    private static final Duration REST = Duration.ofMinutes(15);

    /** Until a copy that was not shown, or not answered for, is challenged again. */
    private static final Duration SOON = Duration.ofHours(1);

    private static final int A_LOOK = 20;

    private final ChallengeDesk desk;
    private final ChallengePlan plan;
    private final Registry registry;
    private final Collection<SiteId> sites;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Map<SiteId, Instant> resting = new HashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("challenges").daemon().factory());

    /** @param sites those that a node is known of */
    public ChallengeWatch(
            ChallengeDesk desk,
            ChallengePlan plan,
            Registry registry,
            Collection<SiteId> sites,
            Clock clock,
            MeterRegistry metrics) {
        this.desk = desk;
        this.plan = plan;
        this.registry = registry;
        this.sites = List.copyOf(sites);
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Begins to look. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        clockwork.scheduleWithFixedDelay(
                this::lookQuietly, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            Faults.warn(
                    LOG,
                    e,
                    "The copies of other States were not challenged; this is tried again in {}.",
                    BETWEEN_LOOKS);
        }
    }

    /** Challenges what is due, at most a few; gives how many were asked. */
    public synchronized int look() {
        for (CopyPlace copy : plan.gone(A_LOOK)) {
            desk.record().gone(copy);
            plan.forget(copy);
        }
        int asked = 0;
        for (ChallengePlan.Due due : plan.due(awake(), clock.instant(), A_LOOK)) {
            Duration every = desk.terms(due.copy()).every();
            if (due.dueAt().isEmpty()) {
                plan.plan(due.copy(), clock.instant().plus(part(every, due.copy(), 0)), 0);
            } else if (awake().contains(due.copy().site())
                    && plan.claim(due, clock.instant().plus(CLAIM))) {
                asked += challenge(due, every) ? 1 : 0;
            }
        }
        return asked;
    }

    private boolean challenge(ChallengePlan.Due due, Duration every) {
        CopyPlace copy = due.copy();
        Duration soon = every.compareTo(SOON) < 0 ? every : SOON;
        if (!isSealed(copy)) {
            plan.plan(copy, clock.instant().plus(every), 0);
            return false;
        }
        ChallengeEnd end = desk.challenge(copy, 0, due.putOff());
        switch (end) {
            case ChallengeEnd.Shown shown -> {
                ChallengeOutcome outcome = shown.result().outcome();
                count(outcome.name());
                boolean proved = outcome == ChallengeOutcome.PROVED;
                if (!proved) {
                    LOG.error("{} was challenged and not shown: {}. See liptako possession status.", copy, outcome);
                }
                plan.plan(copy, clock.instant().plus(proved ? next(every, copy, shown) : soon), 0);
            }
            case ChallengeEnd.Unreachable silent -> {
                count("UNREACHABLE");
                LOG.warn("{} cannot be challenged; tried again in {}: {}", copy.site(), REST, silent.why());
                resting.put(copy.site(), clock.instant().plus(REST));
                plan.plan(copy, clock.instant().plus(REST), due.putOff());
            }
            case ChallengeEnd.PutOff later -> {
                LOG.warn("{} has put off a challenge: {}", copy, later.why());
                plan.plan(copy, clock.instant().plus(soon), due.putOff() + 1);
            }
            case ChallengeEnd.NotAsked not -> {
                LOG.warn("{} was not challenged: {}", copy, not.why());
                plan.plan(copy, clock.instant().plus(soon), due.putOff());
            }
        }
        return true;
    }

    /** Whether the State that holds it says that this very version lies sealed there. */
    private boolean isSealed(CopyPlace copy) {
        return registry.replica(copy.version().dataset(), copy.site())
                .filter(said -> said.state().status() == ReplicaStatus.SEALED
                        && copy.version().root().equals(said.state().versionRoot()))
                .isPresent();
    }

    private List<SiteId> awake() {
        Instant now = clock.instant();
        // Rests that lie far ahead: the clock was set back.
        resting.values().removeIf(until -> !now.isBefore(until) || until.isAfter(now.plus(REST)));
        return sites.stream().filter(site -> !resting.containsKey(site)).toList();
    }

    /** Not all a year long at the same hour, nor all together. */
    private static Duration next(Duration every, CopyPlace copy, ChallengeEnd.Shown shown) {
        return every.multipliedBy(9)
                .dividedBy(10)
                .plus(part(every.dividedBy(5), copy, shown.result().number()));
    }

    /** A part of a span that follows from the copy and a number, and from nothing else. */
    private static Duration part(Duration span, CopyPlace copy, long number) {
        byte[] hash = Digest.over((copy + " " + number).getBytes(StandardCharsets.UTF_8))
                .toBytes();
        long random = ByteBuffer.wrap(hash).getLong() >>> 1;
        return Duration.ofMillis(random % Math.max(1, span.toMillis()));
    }

    private void count(String outcome) {
        metrics.counter("liptako.possession.challenges", "outcome", outcome).increment();
    }

    /** The copies of a dataset that can be challenged: at every site, or at one. */
    public List<CopyPlace> copies(DatasetId dataset, Optional<SiteId> site) {
        return plan.of(dataset, site.map(List::of).orElse(List.copyOf(sites))).stream()
                .filter(this::isSealed)
                .toList();
    }
}
