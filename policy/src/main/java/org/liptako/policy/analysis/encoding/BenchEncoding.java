package org.liptako.policy.analysis.encoding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;

/**
 * One jurisdiction in one role over all documents. Its finding is PERMIT when every ban is effective F, no obligation is undecided and, for a
 * State, some permission fires T: the first three cases of section 4 read backwards.
 */
public final class BenchEncoding {

    private final List<Rule> rules;
    private final boolean needsPermission;
    private final RuleSetEncoding set;
    private final Circuit circuit;
    private final Map<String, Rule> byId;
    private final Map<String, List<Rule>> derogers = new HashMap<>();
    private @Nullable Integer permits;

    BenchEncoding(List<Rule> rules, boolean needsPermission, RuleSetEncoding set, Circuit circuit) {
        this.needsPermission = needsPermission;
        this.rules = rules;
        this.set = set;
        this.circuit = circuit;
        this.byId = rules.stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        for (Rule rule : rules) {
            rule.derogatesFrom()
                    .forEach(ban -> derogers.computeIfAbsent(ban, named -> new ArrayList<>())
                            .add(rule));
        }
    }

    /** When the finding is PERMIT. */
    public int permits() {
        Integer known = permits;
        if (known == null) {
            known = encodePermits();
            permits = known;
        }
        return known;
    }

    private int encodePermits() {
        List<Integer> all = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.effect().isBan()) {
                all.add(isHarmless(rule));
            }
            if (!rule.obligations().isEmpty()) {
                all.add(-isUndecided(rule));
            }
        }
        if (needsPermission) {
            all.add(isPermitted());
        }
        return circuit.and(all);
    }

    /** When some permission fires T. */
    public int isPermitted() {
        return circuit.or(rules.stream()
                .filter(rule -> rule.effect() == Effect.AUTORISER)
                .map(this::fires)
                .toList());
    }

    /** When a rule fires T. */
    public int fires(Rule rule) {
        return set.truth(rule).fires().isTrue();
    }

    /** When a ban is effective F. */
    public int isHarmless(Rule ban) {
        List<Integer> any = new ArrayList<>();
        any.add(set.truth(ban).fires().isFalse());
        derogers.getOrDefault(ban.id(), List.of()).stream().map(this::fires).forEach(any::add);
        return circuit.or(any);
    }

    /** When no ban is effective. */
    public int isFreeOfBans() {
        return circuit.and(rules.stream()
                .filter(rule -> rule.effect().isBan())
                .map(this::isHarmless)
                .toList());
    }

    /** When a rule's champ holds and, but for an exiger, which speaks whether it is complied with or not, its condition too. */
    public int speaks(Rule rule) {
        return circuit.or(
                set.truth(rule).fires().isTrue(), set.truth(rule).met().isTrue());
    }

    /** When a derogation fires together with a ban that it names. */
    public int lifts(Rule deroger) {
        return circuit.and(
                fires(deroger), circuit.or(named(deroger).map(this::fires).toList()));
    }

    private int isUndecided(Rule rule) {
        RuleTruth truth = set.truth(rule);
        return switch (rule.effect()) {
            case AUTORISER, INTERDIRE -> Circuit.FALSE;
            case OBLIGER, ASSORTIR -> truth.fires().isUnknown(circuit);
            case EXIGER -> truth.met().isUnknown(circuit);
            case DEROGER -> circuit.and(truth.fires().isUnknown(circuit), mayLiftSomething(rule));
        };
    }

    private int mayLiftSomething(Rule deroger) {
        return circuit.or(
                named(deroger).map(ban -> -set.truth(ban).fires().isFalse()).toList());
    }

    /** The considered bans that a derogation names. */
    private Stream<Rule> named(Rule deroger) {
        return deroger.derogatesFrom().stream().map(byId::get).filter(Objects::nonNull);
    }
}
