package org.liptako.policy.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.liptako.policy.vocabulary.Folded;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.Place;
import org.liptako.policy.yaml.YamlNode;

/**
 * Reads the {@code champ} and the {@code condition} of one rule; made anew for each rule, since it counts its forms. Where
 * something is wrong it says so and goes on with what is left, so that all mistakes are found; what it then returns is not
 * used.
 */
final class ConditionReader {

    static final int MOST_NESTED = 8;
    static final int MOST_FORMS = 64;

    private static final String ALL = "tous";
    private static final String ANY = "un_de";
    private static final String NOT = "pas";
    private static final List<String> CONNECTIVES = List.of(ALL, ANY, NOT);
    private static final List<String> KEYS = Stream.of(List.of(FactForm.FACT), FactForm.OPERATORS, CONNECTIVES)
            .flatMap(List::stream)
            .toList();

    private final Findings.OfFile findings;
    private final Shapes shapes;
    private final FactForm factForm;
    private int forms;

    ConditionReader(Vocabulary vocabulary, Findings.OfFile findings) {
        this.findings = findings;
        this.shapes = new Shapes(findings);
        this.factForm = new FactForm(vocabulary, findings);
    }

    /** The lines of {@code champ}, by fact. */
    Optional<Condition.All> scope(YamlNode node) {
        return shapes.map(node, "champ").map(map -> {
            SortedMap<Integer, Condition> lines = new TreeMap<>();
            Map<String, Integer> written = new HashMap<>();
            for (YamlNode.Entry entry : map.entries()) {
                YamlNode.Scalar key = entry.key();
                count(key.place());
                Integer first =
                        written.putIfAbsent(Folded.of(key.text()), key.place().line());
                if (first != null) {
                    findings.error(key.place(), RuleMistake.DUPLICATE_KEY, Quoted.of(key.text()), first);
                    continue;
                }
                factForm.named(key)
                        .ifPresent(fact -> factForm.ofScope(fact, entry.value())
                                .ifPresent(line -> lines.put(fact.ordinal(), line)));
            }
            return new Condition.All(List.copyOf(lines.values()));
        });
    }

    Optional<Condition> condition(YamlNode node) {
        return form(node, "condition", 1);
    }

    private Optional<Condition> form(YamlNode node, String name, int depth) {
        if (depth > MOST_NESTED) {
            findings.error(node.place(), ConditionMistake.TOO_NESTED, MOST_NESTED);
            return Optional.empty();
        }
        count(node.place());
        return shapes.fields(node, name, KEYS)
                .filter(fields -> !fields.hasUnknownKeys())
                .flatMap(fields -> form(fields, depth));
    }

    private Optional<Condition> form(Fields fields, int depth) {
        List<String> there = KEYS.stream().filter(fields::has).toList();
        List<String> connectives = CONNECTIVES.stream().filter(fields::has).toList();
        if (connectives.isEmpty()) {
            return factForm.read(fields);
        }
        if (there.size() > 1) {
            findings.error(fields.place(), ConditionMistake.FORMS_MIXED, there.get(0), there.get(1));
            return Optional.empty();
        }
        String key = connectives.getFirst();
        YamlNode inside = fields.get(key).orElseThrow();
        return key.equals(NOT)
                ? form(inside, NOT, depth + 1).map(Condition.Not::new)
                : parts(inside, key, depth + 1)
                        .map(parts -> key.equals(ALL) ? new Condition.All(parts) : new Condition.AnyOf(parts));
    }

    private Optional<List<Condition>> parts(YamlNode node, String key, int depth) {
        return shapes.list(node, key)
                .map(items -> items.stream()
                        .flatMap(item -> form(item, key, depth).stream())
                        .toList())
                .filter(parts -> !parts.isEmpty());
    }

    private void count(Place place) {
        forms++;
        if (forms == MOST_FORMS + 1) {
            findings.error(place, ConditionMistake.TOO_MANY_FORMS, MOST_FORMS);
        }
    }
}
