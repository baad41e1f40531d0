package org.liptako.node.placement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the registry said a moment ago, for advice that must cost no query.
 *
 * <p>A new journal entry, or one second, makes it ask again: some facts change by themselves with time. While the database does not answer, what was known last
 * is good enough to advise on, and it is asked again only after a while; nothing binding is judged from here. Thread-safe.
 */
final class RememberedKnowledge {
    private static final Logger LOG = LoggerFactory.getLogger(RememberedKnowledge.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    /** From then on the registry is asked again beside the calls, so that those who ask all the time never wait for it. */
    private static final Duration AGEING = Duration.ofMillis(500);
    /** While the database is silent every question to it holds a thread for as long as the pool is patient. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int MOST = 20_000;

    private final Knowledge knowledge;
    private final Clock clock;
    private final Executor beside;
    private final AtomicLong changes = new AtomicLong();
    private final ConcurrentMap<Key, Memory> memories = new ConcurrentHashMap<>();
    private volatile Instant silentUntil = Instant.MIN;

    /** @param beside runs what asks the registry while calls go on */
    RememberedKnowledge(Knowledge knowledge, Clock clock, Executor beside) {
        this.knowledge = knowledge;
        this.clock = clock;
        this.beside = beside;
    }

    /** Something has been journaled: what is remembered may be true no longer. */
    void forget() {
        changes.incrementAndGet();
    }

    /** As {@link Knowledge#advised}, for now. */
    Known of(DatasetId dataset, SiteId site, String operation) {
        if (memories.size() >= MOST) {
            memories.clear();
        }
        return memories.computeIfAbsent(new Key(dataset, site, operation), Memory::new)
                .recall();
    }

    /** The same as far as it is remembered and fresh: never asks, never waits. */
    Optional<Known> fresh(DatasetId dataset, SiteId site, String operation) {
        Memory memory = memories.get(new Key(dataset, site, operation));
        return memory == null ? Optional.empty() : memory.fresh();
    }

    private record Key(DatasetId dataset, SiteId site, String operation) {}

    /** One answer; whoever finds it stale asks, and the others wait for that rather than ask too. */
    private final class Memory {
        private final Key key;
        private final AtomicBoolean renewing = new AtomicBoolean();
        private volatile @Nullable Recalled last;

        private Memory(Key key) {
            this.key = key;
        }

        private Known recall() {
            Recalled remembered = last;
            return remembered != null && remembered.isFresh() ? remembered.known() : ask(remembered);
        }

        private Optional<Known> fresh() {
            Recalled remembered = last;
            if (remembered == null || !remembered.isFresh()) {
                return Optional.empty();
            }
            if (remembered.isAgeing() && renewing.compareAndSet(false, true)) {
                beside.execute(() -> renew(remembered));
            }
            return Optional.of(remembered.known());
        }

        private void renew(Recalled ageing) {
            try {
                ask(ageing);
            } catch (RuntimeException untold) {
                LOG.debug("Whoever asks about {} next is told what is wrong.", key, untold);
            } finally {
                renewing.set(false);
            }
        }

        /** Asks, unless somebody has since that was read. */
        private synchronized Known ask(@Nullable Recalled before) {
            Recalled remembered = last;
            if (remembered != null && remembered != before && remembered.isFresh()) {
                return remembered.known();
            }
            long seen = changes.get();
            Instant now = clock.instant();
            if (remembered != null && now.isBefore(silentUntil)) {
                return remembered.known();
            }
            try {
                Known known = knowledge.advised(key.dataset(), key.site(), key.operation(), now);
                last = new Recalled(known, seen, now);
                return known;
            } catch (Failure unknown) {
                memories.remove(key, this);
                throw unknown;
            } catch (RuntimeException unanswered) {
                silentUntil = clock.instant().plus(SILENCE);
                if (remembered == null) {
                    throw unanswered;
                }
                LOG.warn(
                        "The registry does not answer; advice on {} is from what was known at {}.",
                        key.dataset(),
                        remembered.at(),
                        unanswered);
                return remembered.known();
            }
        }
    }

    private final class Recalled {
        private final Known known;
        private final long seen;
        private final Instant at;
        private final Instant stale;

        private Recalled(Known known, long seen, Instant at) {
            this.known = known;
            this.seen = seen;
            this.at = at;
            this.stale = at.plus(FRESH);
        }

        private Known known() {
            return known;
        }

        private Instant at() {
            return at;
        }

        private boolean isFresh() {
            Instant now = clock.instant();
            // A clock that was put back must not make an old answer fresh again.
            return seen == changes.get() && !now.isBefore(at) && now.isBefore(stale);
        }

        private boolean isAgeing() {
            return !clock.instant().isBefore(at.plus(AGEING));
        }
    }
}
