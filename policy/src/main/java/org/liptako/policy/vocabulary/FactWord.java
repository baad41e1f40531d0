package org.liptako.policy.vocabulary;

import static java.util.Objects.requireNonNull;

/**
 * One listed value of a fact.
 *
 * @param code the value in a facts document, such as {@code HEALTH}
 * @param word the value in a rule file, such as {@code sante}
 * @param rank its place in the list, from 0; the order of an ORDERED fact, the bit of a SET fact
 */
public record FactWord(String code, String word, int rank, Bilingual label) {

    public FactWord {
        requireNonNull(code, "code is null");
        requireNonNull(word, "word is null");
        requireNonNull(label, "label is null");
    }
}
