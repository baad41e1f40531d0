package org.liptako.node.console;

/**
 * Something that waits for a reader by their role, in words.
 *
 * @param tone the class of its weight: {@code good}, {@code bad} or {@code open}
 * @param more where to look, or what to do
 * @param href where it leads; empty where no page shows more
 */
public record MatterRow(String tone, String matter, String more, String href) {}
