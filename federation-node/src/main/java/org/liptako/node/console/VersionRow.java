package org.liptako.node.console;

/**
 * A version of a rule book in the list of all.
 *
 * @param shown whether it is the one on the page
 * @param changes the address of what it changes; empty for the first
 */
public record VersionRow(String words, String href, boolean shown, String since, String changes) {}
