package org.liptako.policy.vocabulary;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One fact that rules may speak of. Two facts are equal when they are the same object: a vocabulary makes each once, and
 * facts of different vocabularies are never mixed.
 */
public final class Fact {

    /** A SET is held as the bits of a long. */
    static final int MOST_LISTED_VALUES = 64;

    private final String code;
    private final String name;
    private final FactType type;
    private final int ordinal;
    private final List<FactWord> words;
    private final Range range;
    private final boolean memberStatesOnly;
    private final Bilingual label;
    private final Map<String, FactWord> byCode;
    private final Map<String, FactWord> byWord;

    Fact(Declaration declaration, int ordinal) {
        this.code = declaration.code();
        this.name = declaration.name();
        this.type = declaration.type();
        this.ordinal = ordinal;
        this.words = declaration.words();
        this.range = declaration.range();
        this.memberStatesOnly = declaration.memberStatesOnly();
        this.label = declaration.label();
        this.byCode = new HashMap<>(words.stream().collect(Collectors.toMap(FactWord::code, word -> word)));
        this.byWord =
                words.stream().collect(Collectors.toUnmodifiableMap(word -> Folded.of(word.word()), word -> word));
    }

    /** The dotted key in a facts document, such as {@code dataset.home}. */
    public String code() {
        return code;
    }

    /** The name in a rule file, such as {@code jeu.etat}. */
    public String name() {
        return name;
    }

    public FactType type() {
        return type;
    }

    /** A dense index from 0, in the vocabulary's order, so that evaluators can keep facts in arrays. */
    public int ordinal() {
        return ordinal;
    }

    /** The listed values by rank; empty unless {@link FactType#hasListedValues()}. */
    public List<FactWord> words() {
        return words;
    }

    /** The numbers that an INTEGER fact may take; every long for the other types. */
    public Range range() {
        return range;
    }

    /** Whether this COUNTRY fact takes the codes of the member States only. */
    public boolean memberStatesOnly() {
        return memberStatesOnly;
    }

    public Bilingual label() {
        return label;
    }

    /** The listed value with this code, exactly as written. */
    public Optional<FactWord> wordByCode(String valueCode) {
        return Optional.ofNullable(byCode.get(valueCode));
    }

    /** The listed value that a rule file writes so, without regard to case or accents. */
    public Optional<FactWord> wordInRules(String written) {
        return Optional.ofNullable(byWord.get(Folded.of(written)));
    }

    /** Whether the values of the two facts can be the same: same type, and the same list of values where there is one. */
    public boolean isComparableWith(Fact other) {
        return type == other.type && codes().equals(other.codes());
    }

    private List<String> codes() {
        return words.stream().map(FactWord::code).toList();
    }

    @Override
    public String toString() {
        return code;
    }

    /** A fact as a vocabulary declares it, before it has its place in the list. */
    record Declaration(
            String code,
            String name,
            FactType type,
            List<FactWord> words,
            Range range,
            boolean memberStatesOnly,
            Bilingual label) {

        Declaration {
            requireNonNull(code, "code is null");
            requireNonNull(name, "name is null");
            requireNonNull(type, "type is null");
            requireNonNull(range, "range is null");
            requireNonNull(label, "label is null");
            words = List.copyOf(words);
            if (type.hasListedValues() == words.isEmpty() || words.size() > MOST_LISTED_VALUES) {
                throw new IllegalArgumentException("fact %s: %d listed values".formatted(code, words.size()));
            }
        }
    }
}
