package org.liptako.policy.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;

/**
 * What the rules decide of one operation on a State's data: each class of data at each kind of place.
 *
 * @param rows one for each {@link DataClass}, with one cell for each {@link KindOfPlace}
 */
public record DecisionTable(
        FactWord operation, List<DataClass> classes, List<KindOfPlace> places, List<List<Cell>> rows) {

    /**
     * The engine's answer.
     *
     * @param rules those that decided: that refuse and, in a conflict, that oblige; that miss a fact; or that permit; none where nothing permits
     */
    public record Cell(Verdict verdict, List<String> rules) {
        public Cell {
            rules = List.copyOf(rules);
        }
    }

    public DecisionTable {
        classes = List.copyOf(classes);
        places = List.copyOf(places);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A table for each operation. */
    static List<DecisionTable> all(RuleSet rules, Jurisdiction home, Instant at) {
        CompiledEngine engine = new CompiledEngine(rules);
        return rules.vocabulary().theFact("operation").words().stream()
                .map(operation -> of(engine, rules, home, at, operation))
                .toList();
    }

    /**
     * The table of one operation.
     *
     * @param home whose data
     */
    public static DecisionTable of(RuleSet rules, Jurisdiction home, Instant at, FactWord operation) {
        return of(new CompiledEngine(rules), rules, home, at, operation);
    }

    private static DecisionTable of(
            CompiledEngine engine, RuleSet rules, Jurisdiction home, Instant at, FactWord operation) {
        List<DataClass> classes = DataClass.all(rules.vocabulary());
        List<KindOfPlace> places = KindOfPlace.all(home, rules);
        List<List<Cell>> rows = new ArrayList<>();
        for (DataClass data : classes) {
            rows.add(places.stream()
                    .map(place -> cell(engine, facts(rules, home, at, operation, data, place)))
                    .toList());
        }
        return new DecisionTable(operation, classes, places, rows);
    }

    /** What every cell of a State's tables has in common: the terms that a careful requester offers, and an ordinary day. */
    public static Facts assumed(RuleSet rules, Jurisdiction home, Instant at) {
        return build(assumptions(rules, home, at));
    }

    private static FactsBuilder assumptions(RuleSet rules, Jurisdiction home, Instant at) {
        FactsBuilder facts = Facts.builder(rules.vocabulary()).at(at);
        set(
                facts,
                rules,
                Map.ofEntries(
                        Map.entry("dataset.home", home.name()),
                        Map.entry("copy.encrypted", true),
                        Map.entry("copy.key_custodian_state", home.name()),
                        Map.entry("copy.key_custodian_approved", true),
                        Map.entry("copy.return_clause", true),
                        Map.entry("copy.deadline_passed", false),
                        Map.entry("retention.elapsed", false),
                        Map.entry("hold.judicial", false),
                        Map.entry("incident.declared", false),
                        Map.entry("authorisation.APDP", "NOT_FILED"),
                        Map.entry("authorisation.CIL", "NOT_FILED"),
                        Map.entry("authorisation.HAPDP", "NOT_FILED")));
        return facts;
    }

    private static Facts facts(
            RuleSet rules, Jurisdiction home, Instant at, FactWord operation, DataClass data, KindOfPlace place) {
        FactsBuilder facts = assumptions(rules, home, at);
        set(facts, rules, Map.of("operation", operation.code()));
        set(facts, rules, data.facts());
        set(facts, rules, place.facts());
        return build(facts);
    }

    private static void set(FactsBuilder facts, RuleSet rules, Map<String, Object> values) {
        values.forEach((code, value) -> {
            Fact fact = rules.vocabulary().theFact(code);
            switch (value) {
                case String text -> facts.set(fact, text);
                case Boolean flag -> facts.set(fact, flag.booleanValue());
                case Long number -> facts.set(fact, number.longValue());
                case List<?> members ->
                    facts.set(fact, members.stream().map(String::valueOf).toList());
                default -> throw new IllegalArgumentException(code + " has no such value: " + value);
            }
        });
    }

    private static Facts build(FactsBuilder facts) {
        try {
            return facts.build();
        } catch (FactsException broken) {
            throw new IllegalStateException("the tables' own facts are not of this vocabulary", broken);
        }
    }

    private static Cell cell(CompiledEngine engine, Facts facts) {
        return switch (engine.judge(facts)) {
            case Judgement.Decided decided -> cell(decided.decision());
            case Judgement.Undecided undecided ->
                throw new IllegalStateException("the embedded engine always decides: " + undecided.detail());
        };
    }

    private static Cell cell(Decision decision) {
        Verdict decisive = decision.verdict() == Verdict.CONFLICT ? Verdict.DENY : decision.verdict();
        List<String> rules = Stream.concat(
                        decision.findings().stream()
                                .filter(finding -> finding.verdict() == decisive)
                                .flatMap(finding -> finding.rules().stream()),
                        decision.verdict() == Verdict.CONFLICT ? decision.obligedBy().stream() : Stream.empty())
                .distinct()
                .sorted()
                .toList();
        return new Cell(decision.verdict(), rules);
    }
}
