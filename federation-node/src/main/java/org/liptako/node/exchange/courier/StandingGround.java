package org.liptako.node.exchange.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.GrantLedger;

/** What work on a disk rests on, looked at again and again while it goes on: the grant, and what the other end has signed. Not thread-safe. */
final class StandingGround {
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);

    private final ExchangeGrant grant;
    private final GrantLedger grants;
    private final Clock clock;
    private final Belief belief;
    private Instant due;

    /** What the other end has signed. */
    @FunctionalInterface
    interface Belief {
        /**
         * Asks whether it is still to be believed.
         *
         * @throws org.liptako.node.wire.Failure once it is not, with the reason
         */
        void mustHold();
    }

    /** Looks at once. */
    StandingGround(ExchangeGrant grant, GrantLedger grants, Clock clock, Belief belief) {
        this.grant = grant;
        this.grants = grants;
        this.clock = clock;
        this.belief = belief;
        this.due = clock.instant();
        check();
    }

    /**
     * Looks if it was not looked at lately.
     *
     * @throws org.liptako.node.wire.Failure GRANT_NOT_USABLE, with the article, once the grant has lapsed; and what the belief says
     */
    void check() {
        Instant now = clock.instant();
        if (!now.isBefore(due) || now.isBefore(due.minus(BETWEEN_CHECKS))) {
            mustStand(now);
        }
    }

    /** Looks in any case: before what was done is journaled. */
    void mustStand() {
        mustStand(clock.instant());
    }

    private void mustStand(Instant now) {
        grants.mustStand(grant, now);
        belief.mustHold();
        due = now.plus(BETWEEN_CHECKS);
    }
}
