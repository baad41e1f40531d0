package org.liptako.node.console;

import java.util.List;

/**
 * Where a copy of a dataset may lie.
 *
 * @param closed why nothing is told; empty where it is
 * @param more that there are more places than are judged; empty if there are not
 */
public record HostingPage(
        String dataset,
        String name,
        String asOf,
        String closed,
        List<HostPart> parts,
        String more,
        List<CoverageRow> coverage) {
    public HostingPage {
        parts = List.copyOf(parts);
        coverage = List.copyOf(coverage);
    }
}
