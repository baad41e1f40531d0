package org.liptako.policy.engine;

import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Verdict;

/** What an engine has to say of a facts document, and under exactly which rules it says so. */
public sealed interface Judgement {

    /** The digest of the rule set judged under. */
    String ruleSetDigest();

    /** Which engine judged. */
    EngineIdentity engine();

    /** What is to be enforced; only PERMIT allows anything. */
    Verdict verdict();

    /** The engine answered. */
    record Decided(String ruleSetDigest, EngineIdentity engine, Decision decision) implements Judgement {
        @Override
        public Verdict verdict() {
            return decision.verdict();
        }
    }

    /**
     * There is no answer that one may rely on; enforced as INDETERMINATE.
     *
     * @param detail for the operator: what happened and how to mend it
     */
    record Undecided(String ruleSetDigest, EngineIdentity engine, Failure failure, String detail) implements Judgement {
        @Override
        public Verdict verdict() {
            return Verdict.INDETERMINATE;
        }
    }

    /** Why there is no answer. */
    enum Failure {
        /** The engine was silent, or answered under other rules. */
        ENGINE_UNAVAILABLE,
        /** Two engines gave different answers: one of them is wrong. */
        ENGINES_DISAGREE
    }
}
