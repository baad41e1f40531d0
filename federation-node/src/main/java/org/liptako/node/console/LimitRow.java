package org.liptako.node.console;

/**
 * How fast, and in which hours, bytes move to and from a State, in words.
 *
 * @param peer what a form sends to name the State; empty for all together
 * @param receive as an operator writes it; empty = no limit
 * @param serve the same
 * @param windows the same; empty = all the hours
 * @param said all of it in a sentence, with who set it
 */
public record LimitRow(String peer, String whose, String receive, String serve, String windows, String said) {}
