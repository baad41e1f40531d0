package org.liptako.policy.scenario;

import java.util.List;
import org.liptako.policy.rules.RuleError;

/** What became of loading the scenarios of a directory: all of them, or every reason why not. */
public sealed interface ScenarioLoad {

    /** In order of file and place. */
    record Loaded(List<Scenario> scenarios) implements ScenarioLoad {
        public Loaded {
            scenarios = List.copyOf(scenarios);
        }
    }

    record Rejected(List<RuleError> errors) implements ScenarioLoad {
        public Rejected {
            errors = List.copyOf(errors);
        }
    }
}
