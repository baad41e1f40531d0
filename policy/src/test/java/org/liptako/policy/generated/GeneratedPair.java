package org.liptako.policy.generated;

import java.util.List;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;

/**
 * A rule set of 10 to 300 rules, and the same after one to three edits as a legal officer makes them; some of them change nothing that is permitted.
 */
public record GeneratedPair(RuleSet old, RuleSet now) {

    /** The pair of a seed, always the same. */
    public static GeneratedPair of(long seed) {
        GeneratedRules written = GeneratedRules.written(seed, 10, 10 + (int) (seed % 30) * 10);
        RuleSet old = GeneratedRules.load(written.files());
        int edits = written.dice().between(1, 3);
        for (int edit = 0; edit < edits; edit++) {
            edit(written);
        }
        return new GeneratedPair(old, GeneratedRules.load(written.files()));
    }

    private static void edit(GeneratedRules written) {
        Dice dice = written.dice();
        Jurisdiction jurisdiction = dice.pick(List.of(Jurisdiction.values()));
        List<String> rules = written.written(jurisdiction);
        if (rules.isEmpty()) {
            written.addOne();
            return;
        }
        int at = dice.between(0, rules.size() - 1);
        String rule = rules.get(at);
        String id = GeneratedRules.id(rule);
        switch (dice.between(0, 7)) {
            case 0 -> written.addOne();
            case 1 -> {
                if (rules.stream().noneMatch(other -> other.contains("deroge_a") && other.contains(id))) {
                    written.remove(jurisdiction, at);
                }
            }
            case 2 -> rules.set(at, with(rule, "en_vigueur", written.periods()));
            case 3 -> rules.set(at, with(rule, "condition", written.condition()));
            case 4 -> rules.set(at, with(rule, "champ", ""));
            // What follows changes no word of law: a title, a double negation, the same rule twice.
            case 5 -> rules.set(at, rule.replace("Rule ", "The rule "));
            case 6 -> rules.set(at, twiceNegated(rule));
            default -> rules.add(rule.replace(id, written.newId(jurisdiction)));
        }
    }

    /** The rule with another value under a key; without the key if the value is empty, unless it cannot do without. */
    private static String with(String rule, String key, String value) {
        StringBuilder edited = new StringBuilder();
        rule.lines()
                .filter(line -> !line.startsWith("    " + key + ":"))
                .forEach(line -> edited.append(line).append('\n'));
        if (!value.isEmpty()) {
            edited.append("    ").append(key).append(": ").append(value).append('\n');
        }
        return edited.toString();
    }

    private static String twiceNegated(String rule) {
        return rule.lines()
                .filter(line -> line.startsWith("    condition: "))
                .map(line -> line.substring("    condition: ".length()))
                .filter(condition -> depth(condition) <= 5)
                .findFirst()
                .map(condition -> with(rule, "condition", "{pas: {pas: " + condition + "}}"))
                .orElse(rule);
    }

    private static int depth(String condition) {
        int depth = 0;
        int deepest = 0;
        for (int at = 0; at < condition.length(); at++) {
            char c = condition.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
