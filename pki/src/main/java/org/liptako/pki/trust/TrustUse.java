package org.liptako.pki.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a trust state is relied on for, and how long after the date by which its successor was promised.
 *
 * <p>Counted from the promise and not from the date of issue: how often the States sign is theirs to say, and a node
 * that has seen the promise broken knows that it may have missed something.
 */
public enum TrustUse {
    /** A State's own data on its own soil: no age stops it. */
    OWN_SOIL(null),
    /** Answering peers, and asking them: they bring the newer one. */
    PEER_CALLS(Duration.ofDays(90)),
    /** Copies that were granted before go on. */
    GRANTED_TRANSFERS(Duration.ofDays(30)),
    /** Acts that bind two States. */
    BINDING_ACTS(Duration.ofDays(7)),
    /** Certificates for nodes and people who had none. */
    ENROLMENT(Duration.ZERO);

    private final @Nullable Duration grace;

    TrustUse(@Nullable Duration grace) {
        this.grace = grace;
    }

    /** How long after the promised date it goes on; empty for as long as there is nothing newer. */
    public Optional<Duration> grace() {
        return Optional.ofNullable(grace);
    }

    /** Until when a trust state serves for this; empty for as long as there is nothing newer. */
    public Optional<Instant> lastDay(TrustState state) {
        return grace().map(state.nextUpdate()::plus);
    }

    /** Whether a trust state still serves for this. */
    public boolean admits(TrustState state, Instant now) {
        return lastDay(state).filter(now::isAfter).isEmpty();
    }
}
