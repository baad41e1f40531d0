package org.liptako.node.console;

/**
 * Something that is held back, in words.
 *
 * @param scope what a form sends to let it go
 * @param held what is held back, since when and by whom
 */
public record PauseRow(String scope, String held) {}
