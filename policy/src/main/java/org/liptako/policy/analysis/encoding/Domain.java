package org.liptako.policy.analysis.encoding;

import java.util.Collections;
import java.util.List;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;

/**
 * Values of one fact, enough of them that every rule treats any other value as it treats one of these.
 *
 * @param values rising, in the encoding of facts documents; of an identifier, the places in {@code texts}
 * @param texts the identifiers, sorted; empty for the other types
 */
@SuppressWarnings("ArrayRecordComponent") // made once by Domains, never compared
record Domain(Fact fact, long[] values, List<String> texts) {

    Domain {
        texts = List.copyOf(texts);
        if (values.length == 0) {
            throw new IllegalArgumentException("no value for " + fact);
        }
    }

    /** The encoding of a value that a rule names; -1 or less for an identifier that is not among the texts. */
    long encoding(FactValue value) {
        return value instanceof FactValue.Text text ? Collections.binarySearch(texts, text.text()) : value.bits();
    }

    /** The encoding of the value that a document has for this fact. */
    long encodingIn(Facts document) {
        return fact.type() == FactType.IDENTIFIER
                ? Collections.binarySearch(texts, document.text(fact))
                : document.bits(fact);
    }

    /** Sets the fact to one of the values. */
    void write(long value, FactsBuilder builder) {
        switch (fact.type()) {
            case ENUM, ORDERED ->
                builder.set(fact, fact.words().get((int) value).code());
            case SET -> throw new IllegalArgumentException(fact + " has several values");
            case BOOLEAN -> builder.set(fact, value != 0);
            case COUNTRY -> builder.set(fact, Countries.unpack(value));
            case INTEGER -> builder.set(fact, value);
            case IDENTIFIER -> builder.set(fact, texts.get((int) value));
        }
    }
}
