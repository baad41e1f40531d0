package org.liptako.node.placement;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long what is bound stays bound; it is renewed by judging again. */
final class GrantTerm {
    /** Long enough for a large copy over a poor link. */
    static final Duration GRANT = Duration.ofDays(7);
    /** Long enough for home to come back from a short absence between offer and grant. */
    static final Duration OFFER = Duration.ofHours(1);
    /** A request that nobody could answer for so long is no longer what was wanted. */
    static final Duration REQUEST = Duration.ofDays(30);
    /** The furthest that home's instant may be from the host's clock (policy, section 5). */
    static final Duration CLOCKS = Duration.ofSeconds(60);

    private GrantTerm() {}

    /** The end of a grant judged at {@code at}: never beyond the instant at which the law may change the answer. */
    static Instant end(Instant at, @Nullable Instant lawMayChange) {
        Instant end = at.plus(GRANT);
        return lawMayChange != null && lawMayChange.isBefore(end) ? lawMayChange : end;
    }
}
