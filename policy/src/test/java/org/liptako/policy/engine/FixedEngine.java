package org.liptako.policy.engine;

import java.util.Set;
import org.liptako.policy.decision.Role;
import org.liptako.policy.facts.Facts;

/** An engine that always says the same. */
record FixedEngine(Judgement judgement) implements PolicyEngine {

    @Override
    public Judgement judge(Facts facts, Set<Role> roles) {
        return judgement;
    }

    @Override
    public String ruleSetDigest() {
        return judgement.ruleSetDigest();
    }

    @Override
    public EngineIdentity identity() {
        return judgement.engine();
    }
}
