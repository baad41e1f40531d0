package org.liptako.node.campaign;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Faults;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with the copies of campaigns whose bytes come to this site, by itself, one after the other in the order of the plan. Of two processes of a site one works on a
 * copy; what is done stands in the journal, so a process that is killed, or another in its place, goes on from there.
 */
public final class CampaignRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignRunner.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration RENEWAL = WorkStore.LEASE.dividedBy(4);
    private static final int LONGEST_REASON = 300;
    private static final Sentence HELD =
            new Sentence("La campagne est suspendue, ou le nœud s'arrête.", "The campaign is held, or the node stops.");

    private final SiteRecord own;
    private final String worker;
    private final CopyWork copies;
    private final WorkStore work;
    private final CampaignStore store = new CampaignStore();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("campaign").factory());

    /** @param worker this process, of all of its State; the same after it is started again */
    CampaignRunner(SiteRecord own, String worker, CopyWork copies, WorkStore work) {
        this.own = own;
        this.worker = worker;
        this.copies = copies;
        this.work = work;
    }

    /** Begins; the root calls this once the node answers. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        clockwork.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks at once: something has been said that lets a copy go on. */
    void wake() {
        if (!clockwork.isShutdown()) {
            clockwork.execute(this::look);
        }
    }

    private void look() {
        try {
            for (CampaignKey key : toDo()) {
                if (own.jdbi()
                        .withHandle(handle ->
                                work.take(handle, key, worker, own.clock().instant()))) {
                    goOn(key);
                }
            }
        } catch (RuntimeException e) {
            Faults.warn(LOG, e, "Campaigns do not go on; it is tried again in {}.", BETWEEN_LOOKS);
        }
    }

    /** What comes to this site and is not sealed, of campaigns that are not held. */
    private List<CampaignKey> toDo() {
        return own.jdbi()
                .withHandle(handle -> store.of(handle, own.journal().state()).stream()
                        .filter(campaign -> campaign.isOpen() && !campaign.paused())
                        .flatMap(campaign -> store.copies(handle, campaign.id()).stream())
                        .filter(this::isOurs)
                        .map(RepatriatedCopy::key)
                        .toList());
    }

    private boolean isOurs(RepatriatedCopy copy) {
        boolean underWay = copy.stage() == RepatriationStage.COPYING || copy.stage() == RepatriationStage.PROVED;
        return underWay
                && copy.plan().filter(plan -> plan.home().equals(own.site())).isPresent();
    }

    private void goOn(CampaignKey key) {
        try {
            copies.goOn(key, new Lease(key));
            own.jdbi().useHandle(handle -> work.forget(handle, key));
        } catch (CancellationException held) {
            LOG.info("{} of {} does not go on: {}", key.dataset(), key.campaign(), held.getMessage());
            leave(key, Duration.ZERO, HELD);
        } catch (Failure e) {
            LOG.info("{} of {} does not go on yet: {}", key.dataset(), key.campaign(), e.sentence());
            leave(key, AGAIN, e.sentence());
        } catch (BucketException e) {
            Faults.warn(LOG, e, "{} of {} does not go on.", key.dataset(), key.campaign());
            leave(key, AGAIN, e.sentence());
        } catch (IOException | RuntimeException e) {
            Faults.warn(LOG, e, "{} of {} does not go on.", key.dataset(), key.campaign());
            leave(key, AGAIN, unreadable(e));
        }
    }

    private void leave(CampaignKey key, Duration pause, Sentence why) {
        Instant next = own.clock().instant().plus(pause);
        own.jdbi().useHandle(handle -> work.leave(handle, key, worker, next, why));
    }

    private static Sentence unreadable(Exception e) {
        String said = Printable.line(String.valueOf(e.getMessage()), LONGEST_REASON);
        return new Sentence(
                "Les octets ne peuvent être lus (" + said + ") ; il est réessayé.",
                "The bytes cannot be read (" + said + "); it is tried again.");
    }

    /** Keeps a copy this process's while it reads, and lets go of it when the campaign is held or the node stops. */
    private final class Lease implements ListedProof.Progress {
        private final CampaignKey key;
        private Instant renewed = own.clock().instant();

        private Lease(CampaignKey key) {
            this.key = key;
        }

        /** By every thread that reads. */
        @Override
        public synchronized void goesOn() {
            if (clockwork.isShutdown()) {
                throw new CancellationException("the node stops");
            }
            Instant now = own.clock().instant();
            if (!now.isBefore(renewed.plus(RENEWAL))) {
                own.jdbi().useHandle(handle -> renew(handle, now));
                renewed = now;
            }
        }

        private void renew(Handle handle, Instant now) {
            boolean held =
                    store.find(handle, key.campaign()).filter(Campaign::paused).isPresent();
            boolean withdrawn = store.copy(handle, key)
                    .filter(copy -> copy.withdrawal().isPresent())
                    .isPresent();
            if (held || withdrawn || !work.renew(handle, key, worker, now)) {
                throw new CancellationException(
                        held
                                ? "the campaign is held"
                                : withdrawn ? "it was withdrawn" : "another process has taken it over");
            }
        }
    }

    @Override
    public void close() {
        clockwork.shutdown();
        try {
            if (!clockwork.awaitTermination(10, TimeUnit.SECONDS)) {
                clockwork.shutdownNow();
            }
        } catch (InterruptedException e) {
            clockwork.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
