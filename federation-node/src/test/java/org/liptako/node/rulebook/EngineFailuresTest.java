package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.BothEngine;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.EngineIdentity;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Vocabulary;

class EngineFailuresTest {
    private static final RuleSet SILENCE = silence();

    private final HandSetClock clock = new HandSetClock(Instant.parse("2026-11-22T08:00:00Z"));
    private final EngineFailures failures = new EngineFailures(new SimpleMeterRegistry(), clock);
    private final Turncoat other = new Turncoat();
    private final PolicyEngine both =
            failures.noted(new BothEngine(new CompiledEngine(SILENCE), other, (facts, one, another) -> {}));

    @Test
    void anEngineThatAgreesAgainDecidesAtOnceAndIsDoubtedForAMinute() {
        assertThat(both.judge(facts()).verdict()).isEqualTo(Verdict.DENY);
        assertThat(failures.haveLatelyDisagreed()).isFalse();

        other.wrong = true;
        assertThat(both.judge(facts())).isInstanceOf(Judgement.Undecided.class);
        assertThat(failures.haveLatelyDisagreed()).isTrue();

        other.wrong = false;
        assertThat(both.judge(facts()).verdict()).isEqualTo(Verdict.DENY);
        assertThat(failures.haveLatelyDisagreed()).isTrue();

        clock.advance(Duration.ofSeconds(59));
        assertThat(failures.haveLatelyDisagreed()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(failures.haveLatelyDisagreed()).isFalse();
    }

    private static Facts facts() {
        try {
            return new FactsReader(Vocabulary.standard()).read("""
                    {"at": "2026-07-01T00:00:00Z", "operation": "STORE", "dataset": {"home": "ML"}, "target": {"state": "ML"}}""");
        } catch (FactsException e) {
            throw new AssertionError(e);
        }
    }

    private static RuleSet silence() {
        return switch (RuleFiles.load(Map.of(), Vocabulary.standard())) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().getFirst());
        };
    }

    /** Judges as it should, or answers what it is not asked. */
    private static final class Turncoat implements PolicyEngine {
        private final PolicyEngine right = new CompiledEngine(SILENCE);
        private boolean wrong;

        @Override
        public Judgement judge(Facts facts, Set<Role> roles) {
            return wrong ? right.judge(facts, Set.of(Role.REGION)) : right.judge(facts, roles);
        }

        @Override
        public String ruleSetDigest() {
            return right.ruleSetDigest();
        }

        @Override
        public EngineIdentity identity() {
            return new EngineIdentity("turncoat", "1");
        }
    }
}
