package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.FactWord;

/**
 * A value that a condition compares a fact with. {@link #bits} is the same encoding that a facts document holds, so
 * that an evaluator compares numbers only; a {@link Text} has none and is compared as a string.
 */
public sealed interface FactValue extends Comparable<FactValue> {

    /** The value as a facts document writes it, without quotes. */
    String code();

    /** A listed value: of an ENUM or ORDERED fact, or one member of a SET. Its bits are the rank. */
    record Choice(FactWord word) implements FactValue {
        public Choice {
            requireNonNull(word, "word is null");
        }

        @Override
        public String code() {
            return word.code();
        }
    }

    /** A BOOLEAN; its bits are 1 for true, 0 for false. */
    record Flag(boolean value) implements FactValue {
        @Override
        public String code() {
            return Boolean.toString(value);
        }
    }

    /** A COUNTRY; its bits are {@link Countries#pack}. */
    record Country(String code) implements FactValue {
        public Country {
            if (!Countries.isAssigned(code)) {
                throw new IllegalArgumentException("not a country code: " + code);
            }
        }
    }

    /** An INTEGER; its bits are the number. */
    record Whole(long number) implements FactValue {
        @Override
        public String code() {
            return Long.toString(number);
        }
    }

    /** An IDENTIFIER. */
    record Text(String text) implements FactValue {
        public Text {
            requireNonNull(text, "text is null");
        }

        @Override
        public String code() {
            return text;
        }
    }

    /** The encoding that {@code Facts.bits} has for an equal value; 0 for a {@link Text}, which has none. */
    default long bits() {
        return switch (this) {
            case Choice choice -> choice.word().rank();
            case Flag flag -> flag.value() ? 1 : 0;
            case Country country -> Countries.pack(country.code());
            case Whole whole -> whole.number();
            case Text text -> 0;
        };
    }

    /** By bits, then by code: the order of ranks, of numbers, of codes. */
    @Override
    default int compareTo(FactValue other) {
        int byBits = Long.compare(bits(), other.bits());
        return byBits != 0 ? byBits : code().compareTo(other.code());
    }
}
