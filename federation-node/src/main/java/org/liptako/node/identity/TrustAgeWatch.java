package org.liptako.node.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.trust.HeldTrustState;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.trust.TrustUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns, once for each trust state and use, when half of the time has gone for which that use allows the trust state: while there still is time to sign the
 * next one, or to mend the link that should have brought it.
 */
final class TrustAgeWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TrustAgeWatch.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final NodeTrust trust;
    private final Clock clock;
    private final Set<TrustUse> warned = EnumSet.noneOf(TrustUse.class);
    private long number;

    TrustAgeWatch(NodeTrust trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /** Begins to look, now and at intervals. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look throws nothing that could stop the next.
    void watch(ScheduledExecutorService clockwork) {
        clockwork.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Logs what has become due since the last look, and gives it. */
    synchronized List<Sentence> look() {
        List<Sentence> due = new ArrayList<>();
        trust.believed().newest().map(HeldTrustState::state).ifPresent(state -> {
            if (state.number() != number) {
                number = state.number();
                warned.clear();
            }
            for (TrustUse use : TrustUse.values()) {
                use.lastDay(state)
                        .filter(last -> isHalfGone(state, last) && warned.add(use))
                        .ifPresent(last -> due.add(words(state, use, last)));
            }
        });
        due.forEach(words -> LOG.warn("{}", words));
        return due;
    }

    private boolean isHalfGone(TrustState state, Instant last) {
        Instant middle =
                state.issuedAt().plus(Duration.between(state.issuedAt(), last).dividedBy(2));
        return clock.instant().isAfter(middle);
    }

    private Sentence words(TrustState state, TrustUse use, Instant last) {
        long days = Duration.between(state.issuedAt(), clock.instant()).toDays();
        return new Sentence(
                "L'état de confiance n° " + state.number() + " a " + Count.fr(days, "jour")
                        + ", plus de la moitié de ce qu'admet "
                        + use + " (jusqu'au " + last
                        + ") : faites signer le suivant, ou rétablissez la liaison avec un pair.",
                "Trust state " + state.number() + " is " + Count.en(days, "day") + " old, more than half of what " + use
                        + " allows (until " + last + "): have the next one signed, or mend the link to a peer.");
    }
}
