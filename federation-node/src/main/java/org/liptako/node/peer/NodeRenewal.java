package org.liptako.node.peer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.ConfigException;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's certificate alive: renews it with a fresh key at half its life, and at once when it has ended or
 * what is trusted has moved away from it.
 *
 * <p>The half is put off by up to a tenth, so that nodes that were started together do not come together. What fails is
 * tried again after a pause that grows to five minutes, and at once when what is trusted moves: that may be just what was missing. The metrics
 * {@code liptako.tls.renewals} and {@code liptako.tls.renewal.failures} count the renewals, and the attempts that have failed since the last.
 */
public final class NodeRenewal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeRenewal.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    /** How often a node that waits for its first good certificate looks whether it may try again. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final NodeIdentity identity;
    private final Optional<FreshCredential> authority;
    private final Runnable askingPeers;
    private final Clock clock;
    private final Counter renewals;
    private final AtomicBoolean trustMoved = new AtomicBoolean();
    private final AtomicInteger failures = new AtomicInteger();
    private final Backoff backoff = new Backoff(LONGEST_PAUSE);
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("renewal").factory());
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Credential scheduled;
    private Instant due = Instant.MAX;
    private Instant next = Instant.MIN;

    /**
     * Renews by nobody's leave but the authority's.
     *
     * @param authority empty where nobody is known that renews this node's certificate
     * @param askingPeers takes from the peers what is trusted by now
     */
    NodeRenewal(
            NodeIdentity identity,
            Optional<FreshCredential> authority,
            Runnable askingPeers,
            Clock clock,
            MeterRegistry metrics) {
        this.identity = identity;
        this.authority = authority;
        this.askingPeers = askingPeers;
        this.clock = clock;
        this.renewals = metrics.counter("liptako.tls.renewals");
        metrics.gauge("liptako.tls.renewal.failures", failures);
        identity.trust().epoch().onAdvance(() -> trustMoved.set(true));
    }

    /**
     * Returns once this node has a certificate that others believe; the root calls this before the node serves.
     *
     * @throws ConfigException if it has none, and nobody renews it
     */
    public void makeReady() {
        Optional<Sentence> objection = objection();
        while (objection.isPresent()) {
            LOG.warn("This node serves once its certificate is renewed: {}", objection.get());
            askingPeers.run();
            authority.ifPresent(FreshCredential::catchUp);
            if (objection().isPresent()) {
                switch (renew(objection.get())) {
                    case RenewalAnswer.Issued ignored -> {}
                    case RenewalAnswer.Refused refused ->
                        throw new ConfigException(
                                objection.get().fr() + " ; " + refused.why().fr(),
                                objection.get().en() + "; " + refused.why().en());
                    case RenewalAnswer.Failed ignored -> pause();
                }
            }
            objection = objection();
        }
    }

    private RenewalAnswer renew(Sentence objection) {
        FreshCredential source = authority.orElseThrow(() -> new ConfigException(
                objection.fr() + " ; nommez par « liptako.trust.authority-address » le nœud qui le renouvelle, ou"
                        + " renouvelez-le par liptako pki renew",
                objection.en() + "; name the node that renews it by liptako.trust.authority-address, or renew it by"
                        + " liptako pki renew"));
        return renewBy(source);
    }

    /** Begins to look after the certificate; the root calls this once the node serves. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        if (authority.isEmpty()) {
            LOG.warn(
                    "Nobody renews this node's certificate, which ends at {}: see liptako.trust.authority-address.",
                    end());
            return;
        }
        clockwork.scheduleWithFixedDelay(() -> look(authority.get()), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(FreshCredential source) {
        try {
            schedule();
            if (trustMoved.getAndSet(false)) {
                reconsider();
            }
            if (!clock.instant().isBefore(next) && !clock.instant().isBefore(due)) {
                if (objection().isPresent()) {
                    askingPeers.run();
                    source.catchUp();
                }
                renewBy(source);
            }
        } catch (RuntimeException failed) {
            // The next look must come, whatever became of this one.
            LOG.error("The node's certificate could not be renewed.", failed);
            postpone();
        }
    }

    private void schedule() {
        Credential now = identity.credential();
        if (!now.equals(scheduled)) {
            scheduled = now;
            due = dueOf(now);
        }
    }

    /** What is trusted has moved: perhaps away from the certificate, perhaps towards whoever renews it. */
    private void reconsider() {
        next = Instant.MIN;
        backoff.reset();
        if (objection().isPresent()) {
            due = Instant.MIN;
        }
    }

    private static Instant dueOf(Credential credential) {
        Instant end = credential.certificate().getNotAfter().toInstant();
        Duration life = Duration.between(CertificateIssuer.issuedAt(credential.certificate()), end);
        long tenth = Math.max(1, life.toMillis() / 10);
        return end.minus(life.dividedBy(2))
                .plusMillis(ThreadLocalRandom.current().nextLong(tenth));
    }

    private RenewalAnswer renewBy(FreshCredential source) {
        RenewalAnswer answer = source.renew();
        switch (answer) {
            case RenewalAnswer.Issued ignored -> {
                renewals.increment();
                failures.set(0);
                backoff.reset();
                next = Instant.MIN;
            }
            case RenewalAnswer.Refused refused -> failed(refused.why());
            case RenewalAnswer.Failed failed -> failed(failed.why());
        }
        return answer;
    }

    private void failed(Sentence why) {
        postpone();
        LOG.warn(
                "The node's certificate, which ends at {}, was not renewed: {}; next attempt at {}.", end(), why, next);
    }

    private void postpone() {
        failures.incrementAndGet();
        long pause = backoff.next().toMillis();
        next = clock.instant().plusMillis(pause + ThreadLocalRandom.current().nextLong(pause / 4 + 1));
    }

    private void pause() {
        try {
            while (clock.instant().isBefore(next) && !trustMoved.get()) {
                if (closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("The node was told to end before its certificate was renewed.");
                }
            }
            if (trustMoved.getAndSet(false)) {
                backoff.reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The node was told to end before its certificate was renewed.", e);
        }
    }

    private Optional<Sentence> objection() {
        return identity.objection(identity.credential(), clock);
    }

    private Instant end() {
        return identity.credential().certificate().getNotAfter().toInstant();
    }

    @Override
    public void close() {
        closed.countDown();
        clockwork.shutdownNow();
    }
}
