package org.liptako.policy.vocabulary;

/** The kinds of values that a fact can have; they settle which forms of a condition may speak of it. */
public enum FactType {
    /** One of the listed values, in no order. */
    ENUM,
    /** One of the listed values, which rise in the order they are listed. */
    ORDERED,
    /** Some of the listed values, at least one: an empty set is unknown. */
    SET,
    BOOLEAN,
    /** An ISO 3166-1 alpha-2 code, upper case. */
    COUNTRY,
    /** A whole number of 64 bits. */
    INTEGER,
    /** A non-empty string, compared by code point. */
    IDENTIFIER;

    /** Whether the vocabulary lists the values of such a fact. */
    public boolean hasListedValues() {
        return this == ENUM || this == ORDERED || this == SET;
    }

    public boolean isSet() {
        return this == SET;
    }

    public boolean isCountry() {
        return this == COUNTRY;
    }

    /** Whether the values of such a fact can be compared by more and less. */
    public boolean isComparable() {
        return this == ORDERED || this == INTEGER;
    }
}
