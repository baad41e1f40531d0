package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liptako.policy.Sha256;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * The rules of all four jurisdictions; immutable.
 *
 * <p>Its digest is the SHA-256, in lower-case hex, of the lines {@code ML <digest>}, {@code BF <digest>},
 * {@code NE <digest>}, {@code AES <digest>} with each {@link Compendium#digest}, and
 * {@code vocabulary <sha256 of the vocabulary's file>}, each ended by a line feed: what a verdict depends on besides the
 * facts.
 */
public final class RuleSet {

    private final Vocabulary vocabulary;
    private final Map<Jurisdiction, Compendium> compendia;
    private final List<Rule> rules;
    private final Map<String, Rule> byId;
    private final String digest;

    /**
     * The rules of all jurisdictions, which may have been loaded apart: no rule names another jurisdiction's.
     *
     * @param vocabulary with which all of them were loaded
     */
    public RuleSet(Vocabulary vocabulary, Map<Jurisdiction, Compendium> compendia) {
        this.vocabulary = requireNonNull(vocabulary, "vocabulary is null");
        this.compendia = new EnumMap<>(compendia);
        if (this.compendia.size() != Jurisdiction.all().size()) {
            throw new IllegalArgumentException("a rule set has all jurisdictions, not only " + compendia.keySet());
        }
        this.rules = this.compendia.values().stream()
                .flatMap(compendium -> compendium.rules().stream())
                .sorted(Comparator.comparing(Rule::id))
                .toList();
        this.byId = rules.stream().collect(Collectors.toUnmodifiableMap(Rule::id, rule -> rule));
        this.digest = digest(this.compendia, vocabulary);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public Compendium of(Jurisdiction jurisdiction) {
        return requireNonNull(compendia.get(jurisdiction), "a rule set has all jurisdictions");
    }

    /** All rules, by id. */
    public List<Rule> rules() {
        return rules;
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public String digest() {
        return digest;
    }

    /** Some of the rules apart from the others, to look at more closely. It comes from no files, so its digest names no rule set that anyone has written. */
    public RuleSet excerpt(Collection<Rule> some) {
        Map<String, Rule> once = new TreeMap<>();
        some.forEach(rule -> once.put(rule.id(), rule));
        Map<Jurisdiction, List<Rule>> wanted =
                once.values().stream().collect(Collectors.groupingBy(Rule::jurisdiction));
        Map<Jurisdiction, Compendium> parts = new EnumMap<>(Jurisdiction.class);
        Jurisdiction.all()
                .forEach(one -> parts.put(one, Compendium.of(one, wanted.getOrDefault(one, List.of()), List.of())));
        return new RuleSet(vocabulary, parts);
    }

    private static String digest(Map<Jurisdiction, Compendium> compendia, Vocabulary vocabulary) {
        String lines = compendia.values().stream()
                .map(compendium -> compendium.jurisdiction() + " " + compendium.digest() + "\n")
                .collect(Collectors.joining());
        return Sha256.hex(lines + "vocabulary " + vocabulary.digest() + "\n");
    }
}
