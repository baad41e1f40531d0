package org.liptako.node.console;

/**
 * A part of the node, or what it depends on.
 *
 * @param tone {@code good}, {@code open} or {@code bad}
 * @param mend what to do; empty where there is nothing to do
 */
public record PartRow(String part, String tone, String status, String mend) {}
