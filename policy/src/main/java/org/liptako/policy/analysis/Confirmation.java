package org.liptako.policy.analysis;

import org.liptako.policy.decision.Decision;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;

/** What the embedded engine says of a document; every example of an analysis is put to it before anybody reads it. */
record Confirmation(CompiledEngine engine) {

    Decision decide(Facts facts) {
        return switch (engine.judge(facts)) {
            case Judgement.Decided decided -> decided.decision();
            case Judgement.Undecided undecided ->
                throw new IllegalStateException("the embedded engine always decides: " + undecided.detail());
        };
    }
}
