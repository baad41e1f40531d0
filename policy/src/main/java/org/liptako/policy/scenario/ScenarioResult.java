package org.liptako.policy.scenario;

import java.util.List;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * What became of one scenario.
 *
 * @param mismatches one sentence for each expectation that was not met; none if it passed
 */
public record ScenarioResult(Scenario scenario, Decision decision, List<Bilingual> mismatches) {

    public ScenarioResult {
        mismatches = List.copyOf(mismatches);
    }

    public boolean passed() {
        return mismatches.isEmpty();
    }
}
