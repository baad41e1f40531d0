package org.liptako.policy.analysis.encoding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liptako.policy.decision.Role;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;

/** Section 4 as a circuit: a rule set at one instant, and when it permits. Not thread-safe. */
public final class RuleSetEncoding {

    private final RuleSet rules;
    private final DocumentSpace space;
    private final Moment moment;
    private final Circuit circuit;
    private final Fact home;
    private final Fact state;
    private final Fact operation;
    private final Map<String, RuleTruth> truths = new HashMap<>();
    private final Map<Bench, BenchEncoding> benches = new HashMap<>();

    /** Encodes a rule set over a space, at one of its instants. */
    public RuleSetEncoding(RuleSet rules, DocumentSpace space, Instant at) {
        this(rules, space, space.moment(List.of(at)));
    }

    /** Encodes a rule set over a space, at whichever of a moment's instants a search chooses. */
    public RuleSetEncoding(RuleSet rules, DocumentSpace space, Moment moment) {
        this.moment = moment;
        this.rules = rules;
        this.space = space;
        this.circuit = space.circuit();
        this.home = rules.vocabulary().theFact("dataset.home");
        this.state = rules.vocabulary().theFact("target.state");
        this.operation = rules.vocabulary().theFact("operation");
    }

    /** A jurisdiction in a role. */
    private record Bench(Jurisdiction jurisdiction, Role role) {}

    /** When the verdict is PERMIT. */
    public int permits() {
        List<Integer> all = new ArrayList<>();
        all.add(circuit.and(space.isKnown(home), space.isKnown(state), space.isKnown(operation)));
        for (Jurisdiction one : states()) {
            all.add(circuit.or(-isHome(one), of(one, Role.HOME).permits()));
            all.add(circuit.or(-isHost(one), of(one, Role.HOST).permits()));
        }
        all.add(of(Jurisdiction.AES, Role.REGION).permits());
        return circuit.and(all);
    }

    /** When a rule set's jurisdiction is asked in a role; the needed facts are known then, but for the operation. */
    public int isAsked(Jurisdiction jurisdiction, Role role) {
        return switch (role) {
            case HOME -> circuit.and(isHome(jurisdiction), space.isKnown(state));
            case HOST -> isHost(jurisdiction);
            case REGION -> circuit.and(space.isKnown(home), space.isKnown(state));
        };
    }

    /** What one jurisdiction says in one role, if it is asked. */
    public BenchEncoding of(Jurisdiction jurisdiction, Role role) {
        return benches.computeIfAbsent(
                new Bench(jurisdiction, role),
                bench -> new BenchEncoding(considered(jurisdiction, role), jurisdiction.isState(), this, circuit));
    }

    /** The rules that a jurisdiction may consider in a role, by id; one that is not in force fires F. */
    private List<Rule> considered(Jurisdiction jurisdiction, Role role) {
        return rules.of(jurisdiction).rules().stream()
                .filter(rule -> moment.when(rule::isInForce) != Circuit.FALSE)
                .filter(rule -> role.hears(rule.capacity()))
                .toList();
    }

    /** When the data are this State's. */
    public int isHome(Jurisdiction jurisdiction) {
        return space.isCountry(home, jurisdiction.name());
    }

    /** When the data are another State's, on this State's soil. */
    public int isHost(Jurisdiction jurisdiction) {
        return circuit.and(
                space.isKnown(home),
                -space.isCountry(home, jurisdiction.name()),
                space.isCountry(state, jurisdiction.name()));
    }

    public DocumentSpace space() {
        return space;
    }

    /** When a rule fires, and when its champ and condition hold. */
    RuleTruth truth(Rule rule) {
        return truths.computeIfAbsent(rule.id(), id -> encode(rule));
    }

    private RuleTruth encode(Rule rule) {
        ConditionEncoding conditions = new ConditionEncoding(space, moment);
        int inForce = moment.when(rule::isInForce);
        Truth scope = conditions.of(rule.scope()).and(new Truth(inForce, -inForce), circuit);
        Truth condition = conditions.of(rule.condition());
        Truth met = scope.and(condition, circuit);
        Truth fires = rule.effect() == Effect.EXIGER ? scope.and(condition.negated(), circuit) : met;
        return new RuleTruth(fires, met);
    }

    static List<Jurisdiction> states() {
        return Stream.of(Jurisdiction.values()).filter(Jurisdiction::isState).toList();
    }
}
