package org.liptako.node.console;

/**
 * A request for a placement, in one line.
 *
 * @param href its own page
 * @param what which operation on which dataset, and where
 * @param tone the class of its status: {@code good}, {@code bad} or {@code open}
 */
public record RequestRow(String href, String what, String status, String tone, String asked) {}
