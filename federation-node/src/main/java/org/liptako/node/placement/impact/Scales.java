package org.liptako.node.placement.impact;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.liptako.node.placement.held.CopyLaw;
import org.liptako.node.placement.held.HeldCopy;
import org.liptako.node.placement.impact.Ground.Judged;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.engine.UndecidedException;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * The rules in force and the proposed ones, side by side. Both are judged by the embedded evaluator, whatever engine the node decides with: nothing here binds,
 * and a question over HTTP for each copy would take an hour for a million. Immutable.
 */
final class Scales {
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);

    private final RuleSet old;
    private final RuleSet proposed;
    private final PolicyEngine oldEngine;
    private final PolicyEngine proposedEngine;
    private final CopyLaw oldLaw;
    private final CopyLaw proposedLaw;

    Scales(RuleSet old, RuleSet proposed) {
        this.old = old;
        this.proposed = proposed;
        this.oldEngine = new CompiledEngine(old);
        this.proposedEngine = new CompiledEngine(proposed);
        this.oldLaw = new CopyLaw(old, oldEngine);
        this.proposedLaw = new CopyLaw(proposed, proposedEngine);
    }

    RuleSet old() {
        return old;
    }

    RuleSet proposed() {
        return proposed;
    }

    /** What both say of the same. */
    record Weighed(Judged was, Judged will) {
        boolean isRefusedBefore() {
            return was.decision().verdict() != Verdict.PERMIT;
        }

        boolean isRefusedAfter() {
            return will.decision().verdict() != Verdict.PERMIT;
        }

        /** What changes in what is enforced; empty if nothing does. */
        Optional<AffectedCopy.Change> change() {
            Verdict before = was.decision().verdict();
            Verdict after = will.decision().verdict();
            return ImpactKind.between(before, after)
                    .map(kind -> new AffectedCopy.Change(
                            kind,
                            before,
                            after,
                            kind.isLost() ? Ground.between(will, was) : Ground.between(was, will),
                            will.decision().missing()));
        }
    }

    /** What both say of a copy where it lies. */
    Weighed weigh(HeldCopy copy, Instant at) {
        return new Weighed(
                new Judged(decision(oldLaw.judge(copy, at, ALL)), old),
                new Judged(decision(proposedLaw.judge(copy, at, ALL)), proposed));
    }

    /**
     * What both say of a request.
     *
     * @param facts of it, in the words of either rule set
     */
    Weighed weigh(Function<Vocabulary, Facts> facts) {
        Facts before = facts.apply(old.vocabulary());
        Facts after = proposed.vocabulary() == old.vocabulary() ? before : facts.apply(proposed.vocabulary());
        return new Weighed(
                new Judged(decision(oldEngine.judge(before, ALL)), old),
                new Judged(decision(proposedEngine.judge(after, ALL)), proposed));
    }

    private static Decision decision(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Decided decided -> decided.decision();
            case Judgement.Undecided undecided -> throw new UndecidedException(undecided);
        };
    }
}
