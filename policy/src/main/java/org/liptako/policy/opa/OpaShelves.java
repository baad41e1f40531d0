package org.liptako.policy.opa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;

/**
 * The index by which OPA finds the rules that may fire. A rule stands under a pattern, the few facts that it pins to listed values best, once
 * for each combination of those values; a fact that the document leaves unknown rules nothing out and is the value {@code ?}. A question looks
 * up each pattern with the document's own values, so the number of rules hardly matters to it.
 */
final class OpaShelves {
    /** A question looks each pattern up: more patterns are slower, fewer find more rules in vain. */
    private static final int MOST_PATTERNS = 12;

    /** As many as the Rego module joins to a key. */
    private static final int MOST_FACTS = 4;

    /** How often one rule may stand under its pattern. */
    private static final int MOST_KEYS = 128;

    private static final String UNKNOWN = "?";
    private static final Set<String> ALWAYS_KNOWN = Set.of("operation", "dataset.home", "target.state");

    private final Map<List<Fact>, Map<String, List<String>>> shelves = new LinkedHashMap<>();

    OpaShelves(List<Rule> rules) {
        List<Map<Fact, List<String>>> pins =
                rules.stream().map(OpaShelves::pins).toList();
        Map<List<Fact>, Long> wanted = pins.stream()
                .map(OpaShelves::best)
                .collect(Collectors.groupingBy(pattern -> pattern, Collectors.counting()));
        List<List<Fact>> patterns = wanted.entrySet().stream()
                .sorted(Map.Entry.<List<Fact>, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> codes(entry.getKey()).toString()))
                .map(Map.Entry::getKey)
                .limit(MOST_PATTERNS)
                .sorted(Comparator.<List<Fact>>comparingInt(List::size).reversed())
                .toList();
        for (int i = 0; i < rules.size(); i++) {
            shelve(rules.get(i).id(), pins.get(i), patterns);
        }
    }

    List<List<String>> patterns() {
        return shelves.keySet().stream().map(OpaShelves::codes).toList();
    }

    List<Map<String, List<String>>> shelves() {
        return List.copyOf(shelves.values());
    }

    private void shelve(String id, Map<Fact, List<String>> pins, List<List<Fact>> patterns) {
        List<Fact> pattern = patterns.stream()
                .filter(facts -> pins.keySet().containsAll(facts) && keys(facts, pins) <= MOST_KEYS)
                .findFirst()
                .orElse(List.of());
        Map<String, List<String>> shelf = shelves.computeIfAbsent(pattern, facts -> new TreeMap<>());
        Stream<String> keys = Stream.of("");
        for (int i = 0; i < pattern.size(); i++) {
            String separator = i == 0 ? "" : "|";
            List<String> tokens = tokens(pattern.get(i), pins);
            keys = keys.flatMap(start -> tokens.stream().map(token -> start + separator + token));
        }
        keys.forEach(key -> shelf.computeIfAbsent(key, one -> new ArrayList<>()).add(id));
    }

    /** The facts that pin a rule to the smallest share of documents. */
    private static List<Fact> best(Map<Fact, List<String>> pins) {
        List<Fact> best = new ArrayList<>();
        pins.keySet().stream()
                .sorted(Comparator.comparingDouble((Fact fact) -> share(fact, pins))
                        .thenComparing(Fact::code))
                .forEach(fact -> {
                    best.add(fact);
                    if (best.size() > MOST_FACTS || keys(best, pins) > MOST_KEYS || share(fact, pins) > 0.7) {
                        best.remove(fact);
                    }
                });
        best.sort(Comparator.comparingInt(Fact::ordinal));
        return best;
    }

    private static double share(Fact fact, Map<Fact, List<String>> pins) {
        double values = pins.getOrDefault(fact, List.of()).size();
        return switch (fact.type()) {
            case ENUM, ORDERED, SET -> values / fact.words().size();
            case BOOLEAN -> values / 2;
            case COUNTRY -> values / 10;
            case IDENTIFIER, INTEGER -> values / 1000;
        };
    }

    private static long keys(List<Fact> pattern, Map<Fact, List<String>> pins) {
        return pattern.stream().mapToLong(fact -> tokens(fact, pins).size()).reduce(1, Math::multiplyExact);
    }

    private static List<String> tokens(Fact fact, Map<Fact, List<String>> pins) {
        List<String> tokens = new ArrayList<>(pins.getOrDefault(fact, List.of()));
        if (!ALWAYS_KNOWN.contains(fact.code())) {
            tokens.add(UNKNOWN);
        }
        return tokens;
    }

    private static List<String> codes(List<Fact> facts) {
        return facts.stream().map(Fact::code).toList();
    }

    /** For each fact that the rule pins, the values on which it may fire. An exiger fires where its condition does not hold. */
    private static Map<Fact, List<String>> pins(Rule rule) {
        Map<Fact, Set<String>> pins = new HashMap<>();
        Stream<Condition> parts = rule.effect() == Effect.EXIGER
                ? parts(rule.scope())
                : Stream.concat(parts(rule.scope()), parts(rule.condition()));
        parts.forEach(part -> {
            switch (part) {
                case Condition.Is is -> pin(pins, is.fact(), Set.of(is.value().code()));
                case Condition.OneOf oneOf ->
                    pin(
                            pins,
                            oneOf.fact(),
                            oneOf.values().stream().map(FactValue::code).collect(Collectors.toSet()));
                case Condition.Within within -> {
                    if (within.fact().type() == FactType.ORDERED) {
                        pin(pins, within.fact(), between(within));
                    }
                }
                default -> {}
            }
        });
        return pins.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().sorted().toList()));
    }

    /** A set may hold one part by one member and the next by another: only its first part pins. */
    private static void pin(Map<Fact, Set<String>> pins, Fact fact, Set<String> values) {
        if (fact.type() == FactType.INTEGER) {
            return;
        }
        Set<String> before = pins.get(fact);
        if (before == null) {
            pins.put(fact, new HashSet<>(values));
        } else if (fact.type() != FactType.SET) {
            before.retainAll(values);
        }
    }

    private static Set<String> between(Condition.Within within) {
        FactValue least = within.atLeast();
        FactValue most = within.atMost();
        return within.fact().words().stream()
                .filter(word ->
                        (least == null || least.bits() <= word.rank()) && (most == null || word.rank() <= most.bits()))
                .map(word -> word.code())
                .collect(Collectors.toSet());
    }

    private static Stream<Condition> parts(Condition condition) {
        return condition instanceof Condition.All all
                ? all.parts().stream().flatMap(OpaShelves::parts)
                : Stream.of(condition);
    }
}
