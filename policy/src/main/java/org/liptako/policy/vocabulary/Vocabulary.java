package org.liptako.policy.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that rules and facts documents may speak of; immutable. */
public final class Vocabulary {

    /** The facts known to a document are held as the bits of a long. */
    static final int MOST_FACTS = 64;

    private final List<Fact> facts;
    private final List<Space> spaces;
    private final List<Obligation> obligations;
    private final String digest;
    private final Map<String, Fact> factsByCode;
    private final Map<String, Fact> factsByName;
    private final Map<String, Space> spacesByName;
    private final Map<String, Obligation> obligationsByCode;

    Vocabulary(List<Fact> facts, List<Space> spaces, List<Obligation> obligations, String digest) {
        if (facts.size() > MOST_FACTS) {
            throw new IllegalArgumentException("%d facts, at most %d".formatted(facts.size(), MOST_FACTS));
        }
        this.facts = List.copyOf(facts);
        this.spaces = spaces.stream().sorted(Comparator.comparing(Space::code)).toList();
        this.obligations = List.copyOf(obligations);
        this.digest = digest;
        this.factsByCode = index(facts, Fact::code);
        this.factsByName = index(facts, fact -> Folded.of(fact.name()));
        this.spacesByName = index(spaces, space -> Folded.of(space.code()));
        this.obligationsByCode = index(obligations, Obligation::code);
    }

    /** The product's own vocabulary. */
    public static Vocabulary standard() {
        return Standard.VOCABULARY;
    }

    /** All facts, by {@link Fact#ordinal()}. */
    public List<Fact> facts() {
        return facts;
    }

    /** All spaces, by code. */
    public List<Space> spaces() {
        return spaces;
    }

    public List<Obligation> obligations() {
        return obligations;
    }

    /** SHA-256 of the vocabulary's file, in lower-case hex. */
    public String digest() {
        return digest;
    }

    /** The fact with this dotted code, exactly as written. */
    public Optional<Fact> fact(String code) {
        return Optional.ofNullable(factsByCode.get(code));
    }

    /** The fact with this dotted code, which must exist. */
    public Fact theFact(String code) {
        return fact(code).orElseThrow(() -> new IllegalArgumentException("no fact has the code " + code));
    }

    /** The fact that a rule file names so, without regard to case or accents. */
    public Optional<Fact> factInRules(String written) {
        return Optional.ofNullable(factsByName.get(Folded.of(written)));
    }

    /** The space that a rule file names so, without regard to case or accents. */
    public Optional<Space> spaceInRules(String written) {
        return Optional.ofNullable(spacesByName.get(Folded.of(written)));
    }

    /** The label of an obligation code, if the vocabulary has one. */
    public Optional<Obligation> obligation(String code) {
        return Optional.ofNullable(obligationsByCode.get(code));
    }

    private static <T> Map<String, T> index(List<T> things, Function<T, String> key) {
        return things.stream().collect(Collectors.toUnmodifiableMap(key, thing -> thing));
    }

    private static final class Standard {
        private static final Vocabulary VOCABULARY = VocabularyLoader.load();
    }
}
