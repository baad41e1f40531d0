package org.liptako.node.exchange.pace;

import java.util.OptionalLong;

/** The bytes that one limit allows until now. It may be overdrawn by a chunk, and then has to come back above zero. Not thread-safe. */
final class Allowance {
    /** What may be saved for later: enough that a link with a long delay is kept busy, little enough that a limit is kept over seconds. */
    private static final double SECONDS_SAVED = 0.25;

    private OptionalLong rate = OptionalLong.empty();
    private double bytes;
    private long counted;
    private boolean begun;

    /** Counts what has been allowed since it was last counted. */
    void count(OptionalLong rateNow, long nanos) {
        rate = rateNow;
        if (rate.isEmpty()) {
            bytes = 0;
        } else if (begun) {
            double most = rate.getAsLong() * SECONDS_SAVED;
            bytes = Math.min(most, bytes + rate.getAsLong() * ((nanos - counted) / 1e9));
        }
        counted = nanos;
        begun = true;
    }

    boolean hasSome() {
        return rate.isEmpty() || bytes >= 0;
    }

    void use(long chunk) {
        if (rate.isPresent()) {
            bytes -= chunk;
        }
    }

    /** How long until there is some again. */
    long nanosToSome() {
        return hasSome() ? 0 : (long) Math.ceil(-bytes * 1e9 / rate.orElseThrow());
    }

    boolean isBounded() {
        return rate.isPresent();
    }
}
