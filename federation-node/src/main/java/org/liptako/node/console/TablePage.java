package org.liptako.node.console;

import java.util.List;

/**
 * The page of duties, copies and places, in one language.
 *
 * @param asOf which node tells this, and when
 * @param duties those that people owe, overdue ones first; no more than a page holds
 * @param next the address of the next page of copies; empty on the last one
 */
public record TablePage(
        String asOf,
        List<CoverageRow> coverage,
        String dutyCount,
        List<DutyRow> duties,
        String count,
        List<CopyRow> copies,
        String next,
        List<PlaceRow> places) {

    public TablePage {
        coverage = List.copyOf(coverage);
        duties = List.copyOf(duties);
        copies = List.copyOf(copies);
        places = List.copyOf(places);
    }
}
