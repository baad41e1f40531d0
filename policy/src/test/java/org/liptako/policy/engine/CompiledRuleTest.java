package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompiledRuleTest {

    @Test
    void isInForceInEachOfItsPeriodsFromTheirFirstSecondToTheirLast() {
        CompiledRule rule = rule(
                "en_vigueur: [{du: 2024-01-01, au: 2024-01-31}, {du: 2025-03-01, au: 2025-03-31}, {du: 2026-06-01}]");

        for (String in : new String[] {
            "2024-01-01T00:00:00Z",
            "2024-01-31T23:59:59Z",
            "2025-03-01T00:00:00Z",
            "2025-03-31T23:59:59Z",
            "2026-06-01T00:00:00Z",
            "2199-12-31T23:59:59Z"
        }) {
            assertThat(isInForce(rule, in)).as(in).isTrue();
        }
        for (String out : new String[] {
            "2023-12-31T23:59:59Z",
            "2024-02-01T00:00:00Z",
            "2025-02-28T23:59:59Z",
            "2025-04-01T00:00:00Z",
            "2026-05-31T23:59:59Z"
        }) {
            assertThat(isInForce(rule, out)).as(out).isFalse();
        }
    }

    private static boolean isInForce(CompiledRule rule, String at) {
        return rule.isInForce(Instant.parse(at).getEpochSecond());
    }

    private static CompiledRule rule(String rest) {
        return new CompiledRule(
                new Rulebook()
                        .rule("ML-1", "effet: autoriser, " + rest)
                        .ruleSet()
                        .rules()
                        .getFirst(),
                Map.of("ML-1", 0),
                new FormCompiler());
    }
}
