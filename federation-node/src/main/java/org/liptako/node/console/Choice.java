package org.liptako.node.console;

/**
 * One of the things that a form lets choose from.
 *
 * @param code what the form sends
 * @param words what the reader sees
 * @param chosen whether it is chosen as the page is shown
 */
public record Choice(String code, String words, boolean chosen) {}
