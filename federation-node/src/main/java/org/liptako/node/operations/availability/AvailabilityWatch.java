package org.liptako.node.operations.availability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.wire.Faults;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every beat whether this process is ready for work, and whether each peer serves, and has it written down; and once an hour whether a month is to be
 * said. Where no peer at all answers, that is written down of each: an own link that is cut and the outage of everybody else look alike from here.
 */
public final class AvailabilityWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AvailabilityWatch.class);
    private static final long MINUTES_BETWEEN_WORDS = 10;

    private final BooleanSupplier ready;
    private final Function<State, Outcome> probe;
    private final List<PeerConfig> peers;
    private final SpanStore spans;
    private final MonthlyWord word;
    private final Beat beat;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final Map<SiteId, Outcome> last = new ConcurrentHashMap<>();
    private final Executor asking = task -> Thread.ofVirtual().name("probe").start(task);
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("availability").factory());

    /**
     * Looks at these.
     *
     * @param ready whether this process is ready for work
     * @param probe what comes of asking a peer
     */
    public AvailabilityWatch(
            BooleanSupplier ready,
            Function<State, Outcome> probe,
            Collection<PeerConfig> peers,
            SpanStore spans,
            MonthlyWord word,
            Beat beat,
            InstantSource clock,
            MeterRegistry metrics) {
        this.ready = ready;
        this.probe = probe;
        this.peers = List.copyOf(peers);
        this.spans = spans;
        this.word = word;
        this.beat = beat;
        this.clock = clock;
        this.metrics = metrics;
        show(spans.site());
        peers.forEach(peer -> show(peer.site()));
    }

    private void show(SiteId site) {
        Gauge.builder("liptako.availability.serving", () -> last.get(site) == Outcome.SERVING ? 1 : 0)
                .tag("site", site.value())
                .description("Whether the site served at the last look from here.")
                .register(metrics);
    }

    /** Begins; the root calls this once the node answers. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        long every = beat.every().toMillis();
        clockwork.scheduleAtFixedRate(this::lookQuietly, 0, every, TimeUnit.MILLISECONDS);
        clockwork.scheduleWithFixedDelay(this::sayQuietly, 1, MINUTES_BETWEEN_WORDS, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            if (!clockwork.isShutdown()) {
                Faults.warn(
                        LOG, e, "What was found of the service cannot be written down; the time counts as not served.");
            }
        }
    }

    private void sayQuietly() {
        try {
            word.say();
        } catch (RuntimeException e) {
            if (!clockwork.isShutdown()) {
                Faults.warn(LOG, e, "The availability of a month cannot be journaled; it is tried again.");
            }
        }
    }

    /** One look at all. */
    void look() {
        found(spans.site(), ready.getAsBoolean() ? Outcome.SERVING : Outcome.NOT_READY);
        Map<State, Outcome> outcomes = new EnumMap<>(State.class);
        Map<State, CompletableFuture<Outcome>> asked = new EnumMap<>(State.class);
        peers.forEach(peer ->
                asked.put(peer.state(), CompletableFuture.supplyAsync(() -> probe.apply(peer.state()), asking)));
        asked.forEach((state, outcome) -> outcomes.put(state, outcome.join()));
        boolean cut = outcomes.values().stream().allMatch(outcome -> outcome == Outcome.UNREACHABLE);
        peers.forEach(peer ->
                found(peer.site(), cut ? Outcome.CUT_OFF : outcomes.getOrDefault(peer.state(), Outcome.UNREACHABLE)));
    }

    private void found(SiteId site, Outcome outcome) {
        Outcome before = last.put(site, outcome);
        if (before != null && before != outcome) {
            LOG.info("{} is found {}; it was {}.", site, outcome, before);
        }
        metrics.counter("liptako.availability.looks", "site", site.value(), "outcome", outcome.name())
                .increment();
        spans.record(site, outcome, clock.instant());
    }
}
