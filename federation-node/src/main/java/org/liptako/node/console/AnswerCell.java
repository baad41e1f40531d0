package org.liptako.node.console;

/**
 * What stands in a cell, in words.
 *
 * @param heading of its column
 * @param href where it leads; empty if nowhere
 * @param tone {@code good}, {@code bad} or {@code open}; empty where it is neither
 */
public record AnswerCell(String heading, String words, String href, String tone) {}
