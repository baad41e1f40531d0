package org.liptako.node.placement.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.rules.RuleSet;

/**
 * What is asked.
 *
 * @param proposed the rules of all jurisdictions, as they would be
 * @param from when they would begin
 * @param until how far law and facts are followed
 * @param rate at which copies would be moved; empty = as measured
 */
public record ImpactQuestion(RuleSet proposed, Instant from, Instant until, Optional<TransferRate> rate) {
    /** Law is followed for so long where nobody says otherwise. */
    static final Duration USUAL = Duration.ofDays(365);

    private static final Duration LONGEST = Duration.ofDays(3_653);

    /** @throws Failure INVALID_REQUEST if the time is empty, or longer than ten years */
    public ImpactQuestion {
        if (!until.isAfter(from) || until.isAfter(from.plus(LONGEST))) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Les effets sont suivis de " + from + " à " + until
                            + " : donnez une fin postérieure au début, de dix ans au plus.",
                    "Effects are followed from " + from + " to " + until
                            + ": give an end after the beginning, ten years later at most.");
        }
    }
}
