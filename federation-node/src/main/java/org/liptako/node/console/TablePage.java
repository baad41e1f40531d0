package org.liptako.node.console;

import java.util.List;

/**
 * The page of places and copies, in one language.
 *
 * @param demonstration whether to say that the data are samples
 * @param next the address of the next page of copies; empty on the last one
 */
public record TablePage(
        String language,
        String title,
        String lead,
        boolean demonstration,
        List<CoverageRow> coverage,
        String count,
        List<CopyRow> copies,
        String next,
        List<PlaceRow> places) {

    public TablePage {
        coverage = List.copyOf(coverage);
        copies = List.copyOf(copies);
        places = List.copyOf(places);
    }
}
