package org.liptako.node.console;

/** Words that lead to a page of the rules. */
public record RuleLink(String words, String href) {}
