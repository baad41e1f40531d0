package org.liptako.node.rulebook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.EngineIdentity;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.Judgement.Failure;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;

/**
 * The questions to which the rule engine had no answer: counted by reason in {@code liptako.rules.undecided}; and a disagreement, which shows on some questions
 * only, is remembered for a while, so that readiness tells of it. Thread-safe.
 */
public final class EngineFailures {
    /** Long enough for whoever looks at readiness to see it. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<Failure, Counter> undecided = new EnumMap<>(Failure.class);
    private volatile Instant disagreed = Instant.EPOCH;

    EngineFailures(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        for (Failure failure : Failure.values()) {
            undecided.put(
                    failure,
                    Counter.builder("liptako.rules.undecided")
                            .description("Questions to which the rule engine had no answer")
                            .tag("reason", failure.name())
                            .register(meters));
        }
    }

    /** Whether two engines gave different answers a moment ago: one of them is wrong, and nobody knows which. */
    public boolean haveLatelyDisagreed() {
        return clock.instant().isBefore(disagreed.plus(MEMORY));
    }

    /** The same engine, with what it does not answer noted here. */
    PolicyEngine noted(PolicyEngine engine) {
        return new Noted(engine);
    }

    private void note(Failure failure) {
        Counter counter = undecided.get(failure);
        if (counter != null) {
            counter.increment();
        }
        if (failure == Failure.ENGINES_DISAGREE) {
            disagreed = clock.instant();
        }
    }

    private final class Noted implements PolicyEngine {
        private final PolicyEngine engine;

        Noted(PolicyEngine engine) {
            this.engine = engine;
        }

        @Override
        public Judgement judge(Facts facts, Set<Role> roles) {
            Judgement judgement = engine.judge(facts, roles);
            if (judgement instanceof Judgement.Undecided silent) {
                note(silent.failure());
            }
            return judgement;
        }

        @Override
        public boolean judgesAtOnce() {
            return engine.judgesAtOnce();
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
}
