package org.liptako.policy.analysis.encoding;

/**
 * One rule over all documents.
 *
 * @param fires the truth of {@code champ and condition}; of an exiger, of {@code champ and not condition}
 * @param met the truth of {@code champ and condition}
 */
record RuleTruth(Truth fires, Truth met) {}
