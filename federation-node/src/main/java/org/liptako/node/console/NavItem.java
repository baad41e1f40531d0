package org.liptako.node.console;

/**
 * A place to go to from every page.
 *
 * @param current whether the reader is there
 */
public record NavItem(String href, String words, boolean current) {}
