package org.liptako.node.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;

/**
 * What a State has against a copy where it lies.
 *
 * @param verdict a code of the policy, never PERMIT: a copy that is permitted has no finding
 * @param moveBy by when it must be moved or brought in order; null where a fact is missing first
 */
public record CopyFinding(
        String verdict,
        JudgingCause cause,
        Digest ruleSet,
        List<CitedRule> rules,
        Sentence words,
        @Nullable Instant moveBy) {
    private static final String UNDECIDED = "INDETERMINATE";

    public CopyFinding {
        rules = List.copyOf(rules);
    }

    /** Whether a fact is missing, and no more: nobody is to move the copy, and what was permitted there stays. */
    public boolean isUndecided() {
        return verdict.equals(UNDECIDED);
    }
}
