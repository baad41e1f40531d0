package org.liptako.node.console;

/**
 * The two dates of a page, as its form has them.
 *
 * @param held empty for now
 * @param known empty for now
 * @param words what the page is true of
 * @param present whether it is true of now, as known now
 */
public record AsOfForm(String held, String known, String words, boolean present) {}
