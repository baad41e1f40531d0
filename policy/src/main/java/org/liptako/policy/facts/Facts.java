package org.liptako.policy.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * A checked facts document: the instant judged and what is known. Immutable.
 *
 * <p>Each known fact is one long, by {@link Fact#ordinal()}: the rank of an ENUM or ORDERED value, the member ranks of a
 * SET as bits, 1 or 0 of a BOOLEAN, {@link Countries#pack} of a COUNTRY, an INTEGER itself. An IDENTIFIER has a string
 * instead.
 */
public final class Facts {

    private final Vocabulary vocabulary;
    private final Instant at;
    private final long known;
    private final long[] bits;
    private final @Nullable String[] texts;

    /** Takes the arrays over: only {@link FactsBuilder} makes them. */
    Facts(Vocabulary vocabulary, Instant at, long known, long[] bits, @Nullable String[] texts) {
        this.vocabulary = vocabulary;
        this.at = at;
        this.known = known;
        this.bits = bits;
        this.texts = texts;
    }

    public static FactsBuilder builder(Vocabulary vocabulary) {
        return new FactsBuilder(vocabulary);
    }

    /** A builder that starts from these facts. */
    public FactsBuilder toBuilder() {
        return new FactsBuilder(vocabulary, at, known, bits.clone(), texts.clone());
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The instant judged. */
    public Instant at() {
        return at;
    }

    /** The whole second of {@link #at}, floored: enough to compare with what changes at whole seconds only. */
    public long atSecond() {
        return at.getEpochSecond();
    }

    public boolean isKnown(Fact fact) {
        return (known >>> fact.ordinal() & 1) != 0;
    }

    /** The known facts as bits by ordinal. */
    public long known() {
        return known;
    }

    /** The encoding of a known fact; 0 if it is unknown or an IDENTIFIER. */
    public long bits(Fact fact) {
        return bits[fact.ordinal()];
    }

    /** The string of an IDENTIFIER that is known. */
    public String text(Fact fact) {
        return requireNonNull(texts[fact.ordinal()], () -> fact + " has no text");
    }

    /** The values of a fact as a document writes them: none if it is unknown, several for a SET, by rank. */
    public List<String> codes(Fact fact) {
        if (!isKnown(fact)) {
            return List.of();
        }
        long value = bits(fact);
        return switch (fact.type()) {
            case ENUM, ORDERED -> List.of(fact.words().get((int) value).code());
            case SET ->
                fact.words().stream()
                        .filter(word -> (value >>> word.rank() & 1) != 0)
                        .map(FactWord::code)
                        .toList();
            case BOOLEAN -> List.of(Boolean.toString(value != 0));
            case COUNTRY -> List.of(Countries.unpack(value));
            case INTEGER -> List.of(Long.toString(value));
            case IDENTIFIER -> List.of(text(fact));
        };
    }
}
