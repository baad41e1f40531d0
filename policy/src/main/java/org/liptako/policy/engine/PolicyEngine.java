package org.liptako.policy.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.liptako.policy.decision.Role;
import org.liptako.policy.facts.Facts;

/**
 * Judges facts documents under one rule set, always the same: other rules are another engine. It reads no clock; the instant is in the facts.
 * Implementations are thread-safe and never throw for want of an answer: that is a {@link Judgement.Undecided}.
 */
public interface PolicyEngine {

    /**
     * Judges in some of the roles. Home's node asks HOME and REGION, the host's HOST and REGION; a full decision asks all. A role that the facts
     * give to nobody (section 4: data on their own soil have no host) is left out of the findings.
     *
     * @param facts read with the vocabulary of this engine's rule set
     * @param roles at least one
     */
    Judgement judge(Facts facts, Set<Role> roles);

    /** The full decision of section 4: every role asked. */
    default Judgement judge(Facts facts) {
        return judge(facts, EnumSet.allOf(Role.class));
    }

    /** The full decisions of many documents, in their order. */
    default List<Judgement> judgeAll(List<Facts> documents) {
        return documents.stream().map(this::judge).toList();
    }

    /** Whether judging takes the processor and nothing else, so that a thread which serves many callers may do it. */
    default boolean judgesAtOnce() {
        return false;
    }

    /** The digest of the rule set under which everything here is judged. */
    String ruleSetDigest();

    /** Which engine this is. */
    EngineIdentity identity();
}
