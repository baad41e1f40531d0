package org.liptako.node.console;

import java.util.List;

/**
 * Copies that wait for a reader, all of one kind.
 *
 * @param asOf which node tells this, and when
 * @param title which copies
 * @param count how many there are, and which of them this page has
 * @param next the address of the next page; empty on the last one
 */
public record GroupPage(
        String asOf, String title, List<CoverageRow> coverage, String count, List<CopyRow> copies, String next) {
    public GroupPage {
        coverage = List.copyOf(coverage);
        copies = List.copyOf(copies);
    }
}
