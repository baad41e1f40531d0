package org.liptako.node.console;

import java.util.List;

/**
 * Where stores and journals differ.
 *
 * @param asOf which node tells this, and when
 * @param next the address of the next page; empty on the last one
 */
public record DifferencesPage(String asOf, List<CoverageRow> coverage, List<DifferenceRow> differences, String next) {
    public DifferencesPage {
        coverage = List.copyOf(coverage);
        differences = List.copyOf(differences);
    }
}
