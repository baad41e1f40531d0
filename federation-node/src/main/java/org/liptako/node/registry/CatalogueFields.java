package org.liptako.node.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.Place;
import org.liptako.policy.yaml.YamlListener;
import org.liptako.policy.yaml.YamlNode;

/** The values of one entry of a catalogue; what is wrong with one is noted with its place, and the value is null. */
final class CatalogueFields {
    private final YamlListener mistakes;
    private final Vocabulary words;
    private final Place place;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();

    private CatalogueFields(YamlListener mistakes, Vocabulary words, Place place) {
        this.mistakes = mistakes;
        this.words = words;
        this.place = place;
    }

    /** The fields of a group; a key that is not admitted is a mistake. */
    static CatalogueFields of(YamlNode node, Set<String> keys, YamlListener mistakes, Vocabulary words) {
        CatalogueFields fields = new CatalogueFields(mistakes, words, node.place());
        if (!(node instanceof YamlNode.Mapping mapping)) {
            mistakes.mistake(node.place(), CatalogueMistake.NOT_A_MAP);
            return fields;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!keys.contains(key)) {
                mistakes.mistake(
                        entry.key().place(), CatalogueMistake.UNKNOWN_KEY, key, String.join(", ", new TreeSet<>(keys)));
            } else if (fields.values.put(key, entry.value()) != null) {
                mistakes.mistake(entry.key().place(), CatalogueMistake.REPEATED_KEY, key);
            }
        }
        return fields;
    }

    void mistake(String key, CatalogueMistake mistake, Object... arguments) {
        YamlNode value = values.get(key);
        mistakes.mistake(value == null ? place : value.place(), mistake, arguments);
    }

    void mistakeAt(YamlNode node, CatalogueMistake mistake, Object... arguments) {
        mistakes.mistake(node.place(), mistake, arguments);
    }

    /** The items of a list; none if the key is absent. */
    List<YamlNode> items(String key) {
        YamlNode value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        mistakes.mistake(value.place(), CatalogueMistake.NOT_A_LIST);
        return List.of();
    }

    /** A group within this one. */
    CatalogueFields group(String key, Set<String> keys) {
        YamlNode value = values.get(key);
        if (value == null) {
            mistakes.mistake(place, CatalogueMistake.MISSING_KEY, key);
            return new CatalogueFields(mistakes, words, place);
        }
        return of(value, keys, mistakes, words);
    }

    /** A text that must be there; empty where it is not, which is noted. */
    String required(String key) {
        String text = text(key);
        if (text == null) {
            mistakes.mistake(place, CatalogueMistake.MISSING_KEY, key);
        }
        return text == null ? "" : text;
    }

    @Nullable
    String text(String key) {
        YamlNode value = values.get(key);
        return value == null ? null : textOf(value);
    }

    @Nullable
    String textOf(YamlNode value) {
        if (value instanceof YamlNode.Scalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        mistakes.mistake(value.place(), CatalogueMistake.NOT_A_TEXT);
        return null;
    }

    @Nullable
    Double number(String key, double least, double most) {
        return parse(
                key,
                CatalogueMistake.NOT_A_NUMBER,
                text -> {
                    double number = Double.parseDouble(text);
                    return number >= least && number <= most ? number : null;
                },
                least,
                most);
    }

    @Nullable
    Integer whole(String key, int least, int most) {
        return parse(
                key,
                CatalogueMistake.NOT_WHOLE,
                text -> {
                    int number = Integer.parseInt(text);
                    return number >= least && number <= most ? number : null;
                },
                least,
                most);
    }

    @Nullable
    Boolean truth(String key) {
        return parse(key, CatalogueMistake.NOT_A_TRUTH, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    @Nullable
    Country country(String key) {
        return parse(
                key, CatalogueMistake.NOT_A_COUNTRY, text -> Countries.isAssigned(text) ? new Country(text) : null);
    }

    @Nullable
    State state(String key) {
        return parse(
                key, CatalogueMistake.NOT_A_STATE, text -> State.ofCode(text).orElse(null));
    }

    @Nullable
    DatasetId dataset(String key) {
        return parse(key, CatalogueMistake.NOT_A_DATASET, DatasetId::new);
    }

    @Nullable
    SiteId site(String key) {
        return parse(key, CatalogueMistake.NOT_A_SITE, SiteId::new);
    }

    Optional<SiteId> siteOf(YamlNode value) {
        return Optional.ofNullable(parse(value, CatalogueMistake.NOT_A_SITE, SiteId::new));
    }

    /** A code of a fact of the vocabulary. */
    @Nullable
    String code(String key, String fact) {
        YamlNode value = values.get(key);
        return value == null ? null : codeOf(value, fact).orElse(null);
    }

    Optional<String> codeOf(YamlNode value, String fact) {
        Fact known = words.theFact(fact);
        String codes =
                String.join(", ", known.words().stream().map(FactWord::code).toList());
        return Optional.ofNullable(parse(
                value,
                CatalogueMistake.NOT_A_CODE,
                text -> known.wordByCode(text).map(FactWord::code).orElse(null),
                fact,
                codes));
    }

    private <T> @Nullable T parse(
            String key, CatalogueMistake mistake, Function<String, @Nullable T> parser, Object... more) {
        YamlNode value = values.get(key);
        return value == null ? null : parse(value, mistake, parser, more);
    }

    private <T> @Nullable T parse(
            YamlNode value, CatalogueMistake mistake, Function<String, @Nullable T> parser, Object... more) {
        String text = textOf(value);
        if (text == null) {
            return null;
        }
        T parsed = parsed(text, parser);
        if (parsed == null) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = text;
            System.arraycopy(more, 0, arguments, 1, more.length);
            mistakes.mistake(value.place(), mistake, arguments);
        }
        return parsed;
    }

    private static <T> @Nullable T parsed(String text, Function<String, @Nullable T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
