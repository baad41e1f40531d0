package org.liptako.policy.opa;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.engine.SampleRulesContract;
import org.liptako.policy.rules.RuleSet;

class OpaEngineSampleRulesIT extends SampleRulesContract {
    @RegisterExtension
    static final OwnOpa OPA = new OwnOpa();

    @Override
    protected PolicyEngine engine(RuleSet rules) {
        return OPA.engine(rules);
    }
}
