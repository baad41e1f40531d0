package org.liptako.policy.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Conditions in the flow style of YAML. A broad one is likely to hold, a narrow one is not: permissions are drawn broad and
 * bans narrow, or nearly every verdict would be DENY.
 */
final class GeneratedConditions {

    private static final int MOST_NESTED = 8;
    private static final int MOST_FORMS = 40;

    private final Vocabulary vocabulary;
    private final List<Fact> facts;
    private final Dice dice;
    private int forms;

    GeneratedConditions(Vocabulary vocabulary, Dice dice) {
        this.vocabulary = vocabulary;
        this.dice = dice;
        this.facts = new ArrayList<>(vocabulary.facts());
        // Rules speak mostly of a few facts; let these come up more often than by chance.
        for (String code : List.of("operation", "dataset.classification", "dataset.categories", "target.state")) {
            facts.addAll(List.of(vocabulary.theFact(code), vocabulary.theFact(code)));
        }
    }

    /** The lines of a {@code champ}, in braces. */
    String scope(int lines, boolean broad) {
        return dice.some(vocabulary.facts(), lines).stream()
                .map(fact -> name(fact) + ": " + scopeValue(fact, broad))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    String condition(boolean broad) {
        forms = 0;
        return dice.chance(0.03) ? deepest(broad) : form(dice.between(1, 5), broad);
    }

    private String deepest(boolean broad) {
        String inner = leaf(broad);
        for (int level = 1; level < MOST_NESTED; level++) {
            inner = dice.chance(0.5) ? "{pas: " + inner + "}" : "{tous: [" + inner + "]}";
        }
        return inner;
    }

    private String form(int depth, boolean broad) {
        forms++;
        if (depth == 1 || forms > MOST_FORMS || dice.chance(0.35)) {
            return leaf(broad);
        }
        return switch (dice.between(0, 4)) {
            case 0 -> "{%s: %s}".formatted(key("pas"), form(depth - 1, !broad));
            case 1, 2 -> "{%s: [%s]}".formatted(key("tous"), parts(depth - 1, broad));
            default -> "{%s: [%s]}".formatted(key("un_de"), parts(depth - 1, broad));
        };
    }

    private String parts(int depth, boolean broad) {
        List<String> parts = new ArrayList<>();
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            parts.add(form(depth, broad));
        }
        return String.join(", ", parts);
    }

    private String leaf(boolean broad) {
        Fact fact = dice.pick(facts);
        return "{%s: %s, %s}".formatted(key("fait"), name(fact), said(fact, broad));
    }

    private String said(Fact fact, boolean broad) {
        List<Fact> others =
                vocabulary.facts().stream().filter(fact::isComparableWith).toList();
        if (dice.chance(0.12)) {
            return key("egale") + ": " + name(dice.pick(others));
        }
        return switch (fact.type()) {
            case COUNTRY ->
                dice.chance(0.45)
                        ? "dans: " + dice.pick(List.of("AES", "CEDEAO", "UEMOA", "aes"))
                        : valueOrList(fact, broad);
            case SET -> dice.chance(0.4) ? "uniquement: " + list(fact, broad ? 16 : 6) : valueOrList(fact, broad);
            case ORDERED, INTEGER -> dice.chance(0.6) ? bounds(fact, broad) : valueOrList(fact, broad);
            case ENUM, BOOLEAN, IDENTIFIER -> valueOrList(fact, broad);
        };
    }

    private String scopeValue(Fact fact, boolean broad) {
        boolean comparable = fact.type() == FactType.ORDERED || fact.type() == FactType.INTEGER;
        if (comparable && dice.chance(0.6)) {
            return "{" + bounds(fact, broad) + "}";
        }
        return broad || dice.chance(0.5) ? list(fact, broad ? 6 : 2) : value(fact);
    }

    private String valueOrList(Fact fact, boolean broad) {
        return broad || dice.chance(0.3) ? "parmi: " + list(fact, broad ? 6 : 2) : "est: " + value(fact);
    }

    private String bounds(Fact fact, boolean broad) {
        List<String> words = GeneratedValues.words(fact);
        String least = "au_moins: " + quoted(broad ? words.getFirst() : dice.pick(words));
        String most = "au_plus: " + quoted(broad ? words.getLast() : dice.pick(words));
        return switch (dice.between(0, 2)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + ", " + most;
        };
    }

    private String list(Fact fact, int most) {
        return dice.some(GeneratedValues.words(fact), dice.between((most + 1) / 2, most)).stream()
                .map(this::quoted)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String value(Fact fact) {
        return quoted(dice.pick(GeneratedValues.words(fact)));
    }

    private String quoted(String word) {
        boolean plain = word.chars().allMatch(c -> c == '_' || c == '-' || Character.isLetterOrDigit(c));
        return plain && dice.chance(0.8) ? word : "\"" + word + "\"";
    }

    private String name(Fact fact) {
        return dice.chance(0.05) ? fact.name().toUpperCase(Locale.ROOT) : fact.name();
    }

    /** The key, now and then as somebody who cares about accents or capitals writes it. */
    private String key(String key) {
        return dice.chance(0.05) ? key.replace("egale", "égale").replace("fait", "Fait") : key;
    }
}
