package org.liptako.node.rulebook;

import java.time.Clock;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;

/** The rules that this node judges by. They change with a restart only, so every decision of one process is under one rule set. Thread-safe. */
public final class RuleSets {
    private final RulesInForce inForce;
    private final Clock clock;

    public RuleSets(RulesInForce inForce, Clock clock) {
        this.inForce = inForce;
        this.clock = clock;
    }

    public RulesInForce inForce() {
        return inForce;
    }

    /** The engine, by its name and version. */
    public String engine() {
        return inForce.engine().identity().toString();
    }

    /** Whether the engine answers: it is asked to judge a document that says nothing. */
    public boolean engineAnswers() {
        try {
            Facts nothing = Facts.builder(inForce.ruleSet().vocabulary())
                    .at(clock.instant())
                    .build();
            return inForce.engine().judge(nothing) instanceof Judgement.Decided;
        } catch (FactsException e) {
            throw new IllegalStateException("The node's clock is outside the years that rules are judged in.", e);
        }
    }
}
