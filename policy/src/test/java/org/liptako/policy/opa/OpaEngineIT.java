package org.liptako.policy.opa;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.policy.engine.JudgingContract;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.rules.RuleSet;

class OpaEngineIT extends JudgingContract {
    @RegisterExtension
    static final OwnOpa OPA = new OwnOpa();

    @Override
    protected PolicyEngine engine(RuleSet rules) {
        return OPA.engine(rules);
    }
}
