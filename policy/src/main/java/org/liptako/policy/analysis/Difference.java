package org.liptako.policy.analysis;

import static java.util.Objects.requireNonNull;

import org.liptako.policy.decision.Decision;
import org.liptako.policy.facts.Facts;

/**
 * A document on which two rule sets differ in what they permit.
 *
 * @param facts every fact known, unless the two sets differ in this kind only where facts are missing
 * @param old the decision under the old rules
 * @param now the decision under the new rules
 */
public record Difference(Kind kind, Facts facts, Decision old, Decision now) {

    /** Which of the two permits. */
    public enum Kind {
        NEWLY_PERMITTED,
        NO_LONGER_PERMITTED
    }

    public Difference {
        requireNonNull(kind, "kind is null");
        requireNonNull(facts, "facts is null");
        requireNonNull(old, "old is null");
        requireNonNull(now, "now is null");
    }

    /** Whether the document says every fact. */
    public boolean isComplete() {
        return facts.vocabulary().facts().stream().allMatch(facts::isKnown);
    }
}
