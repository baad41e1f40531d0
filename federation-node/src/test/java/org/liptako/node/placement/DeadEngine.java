package org.liptako.node.placement;

import java.util.Set;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.EngineIdentity;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.RuleSet;

/** A configured engine that never answers. */
final class DeadEngine implements PolicyEngine {
    private final RuleSet rules;

    DeadEngine(RuleSet rules) {
        this.rules = rules;
    }

    @Override
    public Judgement judge(Facts facts, Set<Role> roles) {
        return new Judgement.Undecided(
                rules.digest(), identity(), Judgement.Failure.ENGINE_UNAVAILABLE, "nobody is there");
    }

    @Override
    public String ruleSetDigest() {
        return rules.digest();
    }

    @Override
    public EngineIdentity identity() {
        return new EngineIdentity("opa", "dead");
    }
}
