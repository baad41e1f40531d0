package org.liptako.node.console;

/**
 * A question of the list.
 *
 * @param open whether the reader may ask it
 */
public record QuestionRow(String href, String sentence, boolean open) {}
