package org.liptako.policy.engine;

import org.liptako.policy.rules.RuleSet;

class CompiledEngineSampleRulesTest extends SampleRulesContract {

    @Override
    protected PolicyEngine engine(RuleSet rules) {
        return new CompiledEngine(rules);
    }
}
