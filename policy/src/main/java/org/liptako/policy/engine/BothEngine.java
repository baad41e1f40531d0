package org.liptako.policy.engine;

import java.util.Set;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.Judgement.Decided;
import org.liptako.policy.engine.Judgement.Failure;
import org.liptako.policy.engine.Judgement.Undecided;
import org.liptako.policy.facts.Facts;

/**
 * Asks two engines and permits only where both permit. They must give the same decision (section 6); a difference means that one of them is
 * wrong, nobody knows which, so it decides nothing and raises the alarm. Silence of either is silence of both.
 */
public final class BothEngine implements PolicyEngine {

    /** Told of each disagreement, on the thread that judges: must not block, must not throw. */
    @FunctionalInterface
    public interface DisagreementAlarm {
        void raise(Facts facts, Decided one, Decided other);
    }

    private final PolicyEngine one;
    private final PolicyEngine other;
    private final DisagreementAlarm alarm;
    private final EngineIdentity identity;

    /** Two engines of the same rule set. */
    public BothEngine(PolicyEngine one, PolicyEngine other, DisagreementAlarm alarm) {
        if (!one.ruleSetDigest().equals(other.ruleSetDigest())) {
            throw new IllegalArgumentException(
                    "Engine " + one.identity() + " judges under rule set " + one.ruleSetDigest()
                            + ", engine " + other.identity() + " under " + other.ruleSetDigest()
                            + "; give both the same rule set.");
        }
        this.one = one;
        this.other = other;
        this.alarm = alarm;
        this.identity = new EngineIdentity("both", one.identity() + "+" + other.identity());
    }

    @Override
    public Judgement judge(Facts facts, Set<Role> roles) {
        return switch (one.judge(facts, roles)) {
            case Undecided silent -> unavailable(silent);
            case Decided first ->
                switch (other.judge(facts, roles)) {
                    case Undecided silent -> unavailable(silent);
                    case Decided second -> compare(facts, first, second);
                };
        };
    }

    @Override
    public String ruleSetDigest() {
        return one.ruleSetDigest();
    }

    @Override
    public EngineIdentity identity() {
        return identity;
    }

    private Judgement compare(Facts facts, Decided first, Decided second) {
        if (first.decision().equals(second.decision()) && first.ruleSetDigest().equals(second.ruleSetDigest())) {
            return new Decided(ruleSetDigest(), identity, first.decision());
        }
        alarm.raise(facts, first, second);
        return new Undecided(
                ruleSetDigest(),
                identity,
                Failure.ENGINES_DISAGREE,
                "Engine " + first.engine() + " decided " + DecisionDocuments.text(first.decision()) + ", engine "
                        + second.engine() + " decided " + DecisionDocuments.text(second.decision())
                        + "; nothing is permitted here until the faulty engine is found: keep the facts and report both.");
    }

    private Undecided unavailable(Undecided silent) {
        return new Undecided(ruleSetDigest(), identity, silent.failure(), silent.detail());
    }
}
