package org.liptako.policy.scenario;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.decision.Verdict;

/**
 * What a scenario expects; of what is null, nothing is expected.
 *
 * @param rules exactly the rules that the findings cite, sorted
 * @param obligations exactly the codes that are owed, sorted
 * @param missing exactly the facts that are missing, as dotted codes, sorted
 */
public record Expectation(
        Verdict verdict,
        @Nullable List<String> rules,
        @Nullable List<String> obligations,
        @Nullable List<String> missing) {

    public Expectation {
        requireNonNull(verdict, "verdict is null");
        rules = sorted(rules);
        obligations = sorted(obligations);
        missing = sorted(missing);
    }

    static Expectation of(Verdict verdict) {
        return new Expectation(verdict, null, null, null);
    }

    private static @Nullable List<String> sorted(@Nullable List<String> codes) {
        return codes == null ? null : codes.stream().distinct().sorted().toList();
    }
}
