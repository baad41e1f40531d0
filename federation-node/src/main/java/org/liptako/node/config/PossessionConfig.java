package org.liptako.node.config;

import java.time.Duration;

/**
 * How the node watches over what it holds, and over what others hold.
 *
 * @param reconcileEvery how often store and journals are compared
 * @param unmatchedAfter how long one State may say that a copy was given or sealed before the other does
 * @param proofAge how long a copy may lie without being read whole
 */
public record PossessionConfig(
        Duration reconcileEvery, Duration unmatchedAfter, Duration proofAge, ChallengeConfig challenges) {
    /** Every day; a day; half a year. */
    public static final PossessionConfig USUAL =
            new PossessionConfig(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(180), ChallengeConfig.USUAL);
}
