package org.liptako.node.console;

/** A site and how many copies lie there, in words. */
public record SiteRow(String site, String name, String stands, String there, String arriving, String doubtful) {}
