package org.liptako.policy.scenario;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.rules.Fields;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.Hint;
import org.liptako.policy.rules.Quoted;
import org.liptako.policy.rules.Shapes;
import org.liptako.policy.rules.ValueReader;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Folded;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.YamlNode;

/** Reads what bases, scenarios and matrices have in common, in the words of the rule files. */
final class ScenarioFields {

    static final String INHERITS = "herite";
    static final String FACTS = "faits";
    static final String WITHOUT = "sans";

    private static final Map<String, Verdict> VERDICTS = Map.ofEntries(
            entry("permis", Verdict.PERMIT),
            entry("refuse", Verdict.DENY),
            entry("indetermine", Verdict.INDETERMINATE),
            entry("conflit", Verdict.CONFLICT));

    private final Vocabulary vocabulary;
    private final Findings.OfFile findings;
    private final Shapes shapes;

    ScenarioFields(Vocabulary vocabulary, Findings.OfFile findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
        this.shapes = new Shapes(findings);
    }

    /** What stands under {@code herite}, {@code faits} and {@code sans}; each may be absent. */
    FactSettings settings(Fields fields) {
        List<String> bases =
                fields.get(INHERITS).map(node -> texts(node, INHERITS)).orElse(List.of());
        Map<Fact, List<FactValue>> given = fields.get(FACTS)
                .flatMap(node -> shapes.map(node, FACTS))
                .map(this::given)
                .orElse(Map.of());
        Set<Fact> without = new LinkedHashSet<>();
        fields.get(WITHOUT).ifPresent(node -> without.addAll(facts(node, WITHOUT)));
        return new FactSettings(bases, given, without);
    }

    private Map<Fact, List<FactValue>> given(YamlNode.Mapping map) {
        Map<Fact, List<FactValue>> given = new LinkedHashMap<>();
        for (YamlNode.Entry line : map.entries()) {
            fact(line.key()).ifPresent(fact -> {
                if (given.containsKey(fact)) {
                    findings.error(line.key().place(), ScenarioMistake.FACT_REPEATED, fact.name());
                } else {
                    values(fact, line.value()).ifPresent(values -> given.put(fact, values));
                }
            });
        }
        return given;
    }

    private Optional<List<FactValue>> values(Fact fact, YamlNode node) {
        ValueReader values = new ValueReader(findings);
        return fact.type().isSet() && node instanceof YamlNode.Sequence
                ? values.values(fact, node, fact.name())
                : values.value(fact, node, fact.name()).map(List::of);
    }

    /** The facts of a list, by their names in rule files. */
    List<Fact> facts(YamlNode node, String key) {
        return scalars(node, key).stream()
                .map(this::fact)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Fact> fact(YamlNode.Scalar name) {
        Optional<Fact> fact = vocabulary.factInRules(name.text());
        if (fact.isEmpty()) {
            findings.error(
                    name.place(),
                    ScenarioMistake.UNKNOWN_FACT,
                    Quoted.of(name.text()),
                    new Hint(
                            name.text(),
                            () -> vocabulary.facts().stream().map(Fact::name).toList()));
        }
        return fact;
    }

    /** The texts of a list, or a lone text; an empty list says that nothing is expected, or inherited. */
    List<String> texts(YamlNode node, String key) {
        return scalars(node, key).stream().map(YamlNode.Scalar::text).toList();
    }

    private List<YamlNode.Scalar> scalars(YamlNode node, String key) {
        List<YamlNode> items = node instanceof YamlNode.Scalar
                ? List.of(node)
                : shapes.listOrNone(node, key).orElse(List.of());
        List<YamlNode.Scalar> scalars = new ArrayList<>();
        items.forEach(item -> shapes.text(item, key).ifPresent(scalars::add));
        return scalars;
    }

    /** A day, which begins at 00:00 UTC, or an instant. */
    Optional<Instant> date(Fields fields) {
        return fields.require("date").flatMap(node -> shapes.text(node, "date")).flatMap(text -> {
            try {
                return Optional.of(
                        text.text().contains("T")
                                ? FactsReader.instant(text.text())
                                : FactsReader.instant(LocalDate.parse(text.text())
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()
                                        .toString()));
            } catch (FactsException | DateTimeParseException malformed) {
                findings.error(text.place(), ScenarioMistake.DATE_MALFORMED, Quoted.of(text.text()));
                return Optional.empty();
            }
        });
    }

    Optional<String> name(Fields fields) {
        return fields.require("nom").flatMap(node -> shapes.text(node, "nom")).map(YamlNode.Scalar::text);
    }

    Optional<Verdict> verdict(YamlNode node) {
        return shapes.text(node, "verdict").flatMap(text -> {
            Optional<Verdict> verdict = Optional.ofNullable(VERDICTS.get(Folded.of(text.text())));
            if (verdict.isEmpty()) {
                findings.error(
                        text.place(),
                        ScenarioMistake.UNKNOWN_VERDICT,
                        Quoted.of(text.text()),
                        new Hint(
                                text.text(),
                                () -> VERDICTS.keySet().stream().sorted().toList()));
            }
            return verdict;
        });
    }

    /** A verdict alone, or a map of what is expected. */
    Optional<Expectation> expectation(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping)) {
            return verdict(node).map(Expectation::of);
        }
        return shapes.fields(node, "attendu", List.of("verdict", "regles", "obligations", "manquants"))
                .flatMap(fields -> fields.require("verdict")
                        .flatMap(this::verdict)
                        .map(verdict -> new Expectation(
                                verdict,
                                fields.get("regles")
                                        .map(list -> texts(list, "regles"))
                                        .orElse(null),
                                fields.get("obligations")
                                        .map(list -> texts(list, "obligations"))
                                        .orElse(null),
                                fields.get("manquants")
                                        .map(list -> facts(list, "manquants").stream()
                                                .map(Fact::code)
                                                .toList())
                                        .orElse(null))));
    }

    Shapes shapes() {
        return shapes;
    }

    Findings.OfFile findings() {
        return findings;
    }
}
