package org.liptako.policy.engine;

import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.decision.Derogation;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Obligation;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.vocabulary.Fact;

/**
 * Section 4 for one document before one chamber: which rules fire, what is found, what is owed. Holds only considered rules that may fire or,
 * for an exiger, may be complied with; the others change nothing. Rules are in the order of their ids.
 */
final class Hearing {
    private final Chamber chamber;
    private final Facts facts;
    private final CompiledRule[] rules;
    /** A rule fires with the truth of {@code champ and condition}; an exiger with that of {@code champ and not condition}. */
    private final byte[] fires;
    /** The truth of {@code champ and condition}, also for an exiger. */
    private final byte[] met;

    private int size;
    /** Where the derogations are, so that no ban is held against every rule; there is mostly none. */
    private int[] derogers = {};

    private int derogerCount;

    Hearing(Chamber chamber, Facts facts) {
        this.chamber = chamber;
        this.facts = facts;
        this.rules = chamber.candidates(facts);
        this.fires = new byte[rules.length];
        this.met = new byte[rules.length];
        long second = facts.atSecond();
        for (CompiledRule rule : rules) {
            if (rule.isInForce(second)) {
                consider(rule);
            }
        }
    }

    private void consider(CompiledRule rule) {
        int scope = rule.scope().value(facts);
        if (scope == Kleene.FALSE) {
            return;
        }
        int condition = rule.condition().value(facts);
        int both = Kleene.and(scope, condition);
        int firing = rule.effect() == Effect.EXIGER ? Kleene.and(scope, Kleene.not(condition)) : both;
        if (Kleene.mayBeTrue(firing) || Kleene.mayBeTrue(both)) {
            if (rule.effect() == Effect.DEROGER) {
                addDeroger(size);
            }
            rules[size] = rule;
            fires[size] = (byte) firing;
            met[size] = (byte) both;
            size++;
        }
    }

    private void addDeroger(int rule) {
        if (derogers.length == 0) {
            derogers = new int[rules.length];
        }
        derogers[derogerCount++] = rule;
    }

    /** The finding: the first of the four cases that applies. */
    Finding finding() {
        List<String> prohibiting = new ArrayList<>();
        int permission = Kleene.FALSE;
        for (int i = 0; i < size; i++) {
            if (effective(i) == Kleene.TRUE) {
                prohibiting.add(rules[i].id());
            } else if (rules[i].effect() == Effect.AUTORISER) {
                permission = Kleene.or(permission, fires[i]);
            }
        }
        if (!prohibiting.isEmpty()) {
            return found(Reason.PROHIBITED, prohibiting, List.of());
        }
        boolean state = chamber.jurisdiction().isState();
        if (state && permission == Kleene.FALSE) {
            return found(Reason.NO_PERMISSION, List.of(), List.of());
        }
        List<CompiledRule> undecided = undecided(state && permission != Kleene.TRUE);
        if (!undecided.isEmpty()) {
            return found(
                    Reason.MISSING_FACTS,
                    undecided.stream().map(CompiledRule::id).toList(),
                    missing(undecided));
        }
        return state
                ? found(Reason.PERMITTED, permitting(), List.of())
                : found(Reason.NO_OBJECTION, List.of(), List.of());
    }

    /** Obligers that fire, whatever the finding. */
    void addObligersTo(List<String> obligers) {
        for (int i = 0; i < size; i++) {
            if (rules[i].effect() == Effect.OBLIGER && fires[i] == Kleene.TRUE) {
                obligers.add(rules[i].id());
            }
        }
    }

    /** What is owed if the verdict is PERMIT. */
    void addObligationsTo(List<Obligation> obligations) {
        for (int i = 0; i < size; i++) {
            if (owing(i) == Kleene.TRUE) {
                obligations.addAll(rules[i].obligations());
            }
        }
    }

    long changesAfter(long second) {
        return chamber.changesAfter(second);
    }

    private Finding found(Reason reason, List<String> cited, List<String> missing) {
        return Finding.of(chamber.jurisdiction(), chamber.role(), reason, cited, derogations(), missing);
    }

    /** A ban is effective with {@code fires and not (some considered deroger that names it fires)}; another rule never. */
    private int effective(int ban) {
        if (!rules[ban].effect().isBan() || fires[ban] == Kleene.FALSE) {
            return Kleene.FALSE;
        }
        int lifted = Kleene.FALSE;
        for (int i = 0; i < derogerCount; i++) {
            int deroger = derogers[i];
            if (rules[deroger].lifts(rules[ban])) {
                lifted = Kleene.or(lifted, fires[deroger]);
            }
        }
        return Kleene.and(fires[ban], Kleene.not(lifted));
    }

    /** Whether a rule's obligations hold: what decides it depends on the effect. */
    private int owing(int rule) {
        if (rules[rule].obligations().isEmpty()) {
            return Kleene.FALSE;
        }
        return switch (rules[rule].effect()) {
            case AUTORISER, OBLIGER, ASSORTIR -> fires[rule];
            case EXIGER -> met[rule];
            case DEROGER -> liftsSomething(rule) ? fires[rule] : Kleene.FALSE;
            case INTERDIRE -> Kleene.FALSE;
        };
    }

    /** Whether one of the bans that a deroger names is considered and may fire. */
    private boolean liftsSomething(int deroger) {
        for (int i = 0; i < size; i++) {
            if (rules[i].effect().isBan() && Kleene.mayBeTrue(fires[i]) && rules[deroger].lifts(rules[i])) {
                return true;
            }
        }
        return false;
    }

    /** Case 3. A permission that is unknown counts only where the finding hangs on it: it is not relied on and adds no duty. */
    private List<CompiledRule> undecided(boolean onPermission) {
        List<CompiledRule> undecided = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean hangs = switch (rules[i].effect()) {
                case AUTORISER -> onPermission && fires[i] == Kleene.UNKNOWN;
                case INTERDIRE, EXIGER -> effective(i) == Kleene.UNKNOWN || owing(i) == Kleene.UNKNOWN;
                case OBLIGER, ASSORTIR, DEROGER -> owing(i) == Kleene.UNKNOWN;
            };
            if (hangs) {
                undecided.add(rules[i]);
            }
        }
        return undecided;
    }

    private List<String> permitting() {
        List<String> permitting = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (rules[i].effect() == Effect.AUTORISER && fires[i] == Kleene.TRUE) {
                permitting.add(rules[i].id());
            }
        }
        return permitting;
    }

    /** Unknown facts named by a cited rule, or by a deroger that fires unknown and names a cited ban. */
    private List<String> missing(List<CompiledRule> cited) {
        long named = 0;
        for (CompiledRule rule : cited) {
            named |= rule.named();
        }
        for (int i = 0; i < derogerCount; i++) {
            CompiledRule rule = rules[derogers[i]];
            if (fires[derogers[i]] == Kleene.UNKNOWN && cited.stream().anyMatch(rule::lifts)) {
                named |= rule.named();
            }
        }
        long unknown = named & ~facts.known();
        return facts.vocabulary().facts().stream()
                .filter(fact -> ((unknown >>> fact.ordinal()) & 1) != 0)
                .map(Fact::code)
                .sorted()
                .toList();
    }

    /** Section 5: every considered ban firing T with every deroger firing T that names it. */
    private List<Derogation> derogations() {
        List<Derogation> derogations = new ArrayList<>();
        for (int ban = 0; ban < size; ban++) {
            if (!rules[ban].effect().isBan() || fires[ban] != Kleene.TRUE) {
                continue;
            }
            for (int i = 0; i < derogerCount; i++) {
                int deroger = derogers[i];
                if (fires[deroger] == Kleene.TRUE && rules[deroger].lifts(rules[ban])) {
                    derogations.add(new Derogation(rules[ban].id(), rules[deroger].id()));
                }
            }
        }
        return derogations;
    }
}
