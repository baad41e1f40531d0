package org.liptako.policy.scenario;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Derogation;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Obligation;
import org.liptako.policy.explain.FormTruth;
import org.liptako.policy.explain.Truth;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;

/**
 * How much of the rules some scenarios reach. A rule has decided if a decision names it: cited, derogating, obliging or adding an obligation. A
 * condition is reached fully once it has been true and, in another scenario, false.
 */
public final class Coverage {

    private final RuleSet rules;
    private final Set<String> decided = new HashSet<>();
    private final Map<Form, EnumSet<Truth>> seen = new HashMap<>();

    private Coverage(RuleSet rules) {
        this.rules = rules;
    }

    /** One form of one rule; the same words in two rules are two forms. */
    private record Form(String rule, Condition condition) {}

    /** A condition that was never both true and false, and what it was. */
    public record Gap(Rule rule, Condition condition, boolean everTrue, boolean everFalse) {}

    /** The coverage of these results. */
    public static Coverage of(RuleSet rules, List<ScenarioResult> results) {
        Coverage coverage = new Coverage(rules);
        results.forEach(coverage::add);
        return coverage;
    }

    /** The rules that no decision named, by id. */
    public List<Rule> undecided() {
        return rules.rules().stream()
                .filter(rule -> !decided.contains(rule.id()))
                .toList();
    }

    /** The conditions that were never both true and false, by rule, in written order. */
    public List<Gap> gaps() {
        return rules.rules().stream()
                .flatMap(rule -> leaves(rule).distinct().map(form -> {
                    Set<Truth> values = seen.getOrDefault(new Form(rule.id(), form), EnumSet.noneOf(Truth.class));
                    return new Gap(rule, form, values.contains(Truth.TRUE), values.contains(Truth.FALSE));
                }))
                .filter(gap -> !gap.everTrue() || !gap.everFalse())
                .toList();
    }

    /** How many conditions there are to reach. */
    public long forms() {
        return rules.rules().stream()
                .mapToLong(rule -> leaves(rule).distinct().count())
                .sum();
    }

    private void add(ScenarioResult result) {
        Decision decision = result.decision();
        for (Finding finding : decision.findings()) {
            decided.addAll(finding.rules());
            finding.derogations().stream().map(Derogation::by).forEach(decided::add);
        }
        decided.addAll(decision.obligedBy());
        decision.obligations().stream().map(Obligation::rule).forEach(decided::add);
        FormTruth truth = new FormTruth(result.scenario().facts());
        considered(result)
                .forEach(rule -> leaves(rule)
                        .forEach(form -> seen.computeIfAbsent(
                                        new Form(rule.id(), form), key -> EnumSet.noneOf(Truth.class))
                                .add(truth.of(form))));
    }

    /** The rules that the jurisdictions asked had to consider. */
    private Stream<Rule> considered(ScenarioResult result) {
        return result.decision().findings().stream()
                .flatMap(finding -> rules.of(finding.jurisdiction()).rules().stream()
                        .filter(rule -> rule.isInForce(result.scenario().facts().at()))
                        .filter(rule -> finding.role().hears(rule.capacity())));
    }

    private static Stream<Condition> leaves(Rule rule) {
        return Stream.concat(FormTruth.leaves(rule.scope()), FormTruth.leaves(rule.condition()));
    }
}
