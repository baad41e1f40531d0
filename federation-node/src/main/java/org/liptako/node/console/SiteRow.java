package org.liptako.node.console;

/**
 * A site and how many copies lie there, in words.
 *
 * @param silence that a State cannot reach it; empty if none says so
 */
public record SiteRow(
        String site, String name, String stands, String there, String arriving, String doubtful, String silence) {}
