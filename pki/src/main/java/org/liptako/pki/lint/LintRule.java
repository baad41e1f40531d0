package org.liptako.pki.lint;

/**
 * What a lint holds a document to, as it is told to people.
 *
 * @param name its short name
 * @param source where the rule is written: an RFC's section, SPIFFE's, or our design
 */
public record LintRule(String name, String source, String french, String english) {}
