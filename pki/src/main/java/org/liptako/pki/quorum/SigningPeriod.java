package org.liptako.pki.quorum;

import java.time.Duration;
import java.time.Instant;

/**
 * When signatures may have been made.
 *
 * @param from what is signed did not exist before
 * @param to now, by the clock of whoever judges
 */
public record SigningPeriod(Instant from, Instant to) {
    /** How far ahead a signer's clock may be. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** At any time until now. */
    public static SigningPeriod until(Instant now) {
        return new SigningPeriod(Instant.EPOCH, now);
    }

    boolean contains(Instant signedAt) {
        return !signedAt.isBefore(from.minus(CLOCK_SKEW)) && !signedAt.isAfter(to.plus(CLOCK_SKEW));
    }
}
