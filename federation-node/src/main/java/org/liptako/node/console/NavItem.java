package org.liptako.node.console;

/**
 * A place to go to from every page.
 *
 * @param current {@code page} if the reader is there, {@code true} if they are at a page below it, empty if elsewhere: what {@code aria-current} may be
 */
public record NavItem(String href, String words, String current) {}
