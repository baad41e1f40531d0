package org.liptako.policy.engine;

import org.liptako.policy.rules.RuleSet;

class CompiledEngineTest extends JudgingContract {

    @Override
    protected PolicyEngine engine(RuleSet rules) {
        return new CompiledEngine(rules);
    }
}
