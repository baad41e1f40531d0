package org.liptako.node.console;

/**
 * What went wrong, and what to do.
 *
 * @param mend what the reader can do about it
 * @param detail what the node says of it; may be empty
 */
public record TroublePage(String mend, String detail) {}
