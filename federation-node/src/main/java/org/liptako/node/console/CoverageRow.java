package org.liptako.node.console;

/** How current one State's part of the page is. */
public record CoverageRow(String state, boolean current, String words) {}
