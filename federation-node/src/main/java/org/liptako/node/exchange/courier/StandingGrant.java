package org.liptako.node.exchange.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.GrantLedger;

/** A grant that is looked at again and again while work goes on under it. Not thread-safe. */
final class StandingGrant {
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);

    private final ExchangeGrant grant;
    private final GrantLedger grants;
    private final Clock clock;
    private Instant due;

    /** Looks at once. */
    StandingGrant(ExchangeGrant grant, GrantLedger grants, Clock clock) {
        this.grant = grant;
        this.grants = grants;
        this.clock = clock;
        this.due = clock.instant();
        check();
    }

    /** @throws org.liptako.node.wire.Failure GRANT_NOT_USABLE, with the article, once it has lapsed */
    void check() {
        Instant now = clock.instant();
        if (!now.isBefore(due)) {
            grants.mustStand(grant, now);
            due = now.plus(BETWEEN_CHECKS);
        }
    }
}
