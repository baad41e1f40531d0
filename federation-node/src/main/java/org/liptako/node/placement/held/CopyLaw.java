package org.liptako.node.placement.held;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.engine.RuleReach;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;

/**
 * What a rule set says of copies that lie somewhere. What allowed a copy to come allows it to stay; but a copy that lies there is hosted, and what bans hosting
 * bans it, however it came. That a law permits hosting in no words bans nothing: most permit copying and say no more. Immutable.
 */
public final class CopyLaw {
    private static final String HOSTED = "STORE";

    private final RuleSet rules;
    private final PolicyEngine engine;
    private final boolean speaksOfHosting;
    private final boolean speaksOfDeadlines;

    /** @param engine that judges by these rules */
    public CopyLaw(RuleSet rules, PolicyEngine engine) {
        this.rules = rules;
        this.engine = engine;
        Fact operation = rules.vocabulary().theFact("operation");
        this.speaksOfHosting = RuleReach.of(
                        rules.rules().stream().filter(CopyLaw::isBan).toList())
                .stream()
                .anyMatch(reach -> reach.values(operation)
                        .filter(named -> named.contains(HOSTED))
                        .isPresent());
        Fact deadline = rules.vocabulary().theFact("copy.deadline_passed");
        this.speaksOfDeadlines = rules.rules().stream()
                .flatMap(rule ->
                        Stream.concat(rule.scope().forms(), rule.condition().forms()))
                .anyMatch(form -> form.facts().anyMatch(deadline::equals));
    }

    /** Whether a deadline that runs out may change what the rules say. */
    public boolean speaksOfDeadlines() {
        return speaksOfDeadlines;
    }

    public RuleSet rules() {
        return rules;
    }

    /** Judges a copy at an instant, in some roles. */
    public Judgement judge(HeldCopy copy, Instant at, Set<Role> roles) {
        Judgement came = engine.judge(copy.facts(at, rules.vocabulary()), roles);
        if (!speaksOfHosting || copy.isHosted() || came.verdict() != Verdict.PERMIT) {
            return came;
        }
        Judgement lies = engine.judge(copy.hosted(at, rules.vocabulary()), roles);
        return switch (lies) {
            case Judgement.Undecided silent -> silent;
            case Judgement.Decided decided -> bans(decided.decision()) ? lies : came;
        };
    }

    /** Whether a ban forbids, or cannot be decided; want of a permission is neither. */
    private static boolean bans(Decision decision) {
        return decision.findings().stream()
                .anyMatch(finding -> finding.verdict() != Verdict.PERMIT && finding.reason() != Reason.NO_PERMISSION);
    }

    private static boolean isBan(Rule rule) {
        return rule.effect() == Effect.INTERDIRE || rule.effect() == Effect.EXIGER;
    }
}
