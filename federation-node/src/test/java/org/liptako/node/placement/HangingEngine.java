package org.liptako.node.placement;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.EngineIdentity;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.RuleSet;

/** An engine that answers no question before it is let go, as one behind a socket may. */
final class HangingEngine implements PolicyEngine {
    private final CompiledEngine engine;
    private final CountDownLatch release;

    HangingEngine(RuleSet rules, CountDownLatch release) {
        this.engine = new CompiledEngine(rules);
        this.release = release;
    }

    @Override
    public Judgement judge(Facts facts, Set<Role> roles) {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return engine.judge(facts, roles);
    }

    @Override
    public String ruleSetDigest() {
        return engine.ruleSetDigest();
    }

    @Override
    public EngineIdentity identity() {
        return engine.identity();
    }
}
