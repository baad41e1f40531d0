package org.liptako.policy.opa;

import java.time.Duration;

/**
 * How long OPA may take and how much it may say.
 *
 * @param connect to open a connection
 * @param answer to answer a question
 * @param load to take a rule set
 * @param mostAnswerBytes the longest answer that is read
 */
public record OpaLimits(Duration connect, Duration answer, Duration load, int mostAnswerBytes) {
    /** Enough for a local OPA with tens of thousands of rules. */
    public static final OpaLimits STANDARD =
            new OpaLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(60), 1 << 20);
}
