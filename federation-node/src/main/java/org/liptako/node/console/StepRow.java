package org.liptako.node.console;

/**
 * A step in the history of a dataset's copies, in words.
 *
 * @param at RFC 3339, for machines
 * @param tone of the status: {@code good}, {@code bad} or {@code open}
 * @param words what else there is to say; may be empty
 */
public record StepRow(String at, String atWords, String place, String status, String tone, String words, String said) {}
