package org.liptako.policy.writing;

import org.liptako.policy.vocabulary.Bilingual;

/**
 * One of the words that a question may be answered by.
 *
 * @param word as it is written in rule files
 * @param meaning for people
 */
public record Offer(String word, Bilingual meaning) {}
