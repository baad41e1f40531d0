package org.liptako.node.console;

import java.util.List;

/**
 * The map, and the table that says the same.
 *
 * @param coverage of when each State's part of it is
 */
public record MapPage(
        String asOf,
        int width,
        int height,
        List<Outline> outlines,
        List<Pin> pins,
        List<SiteRow> sites,
        List<CoverageRow> coverage) {
    public MapPage {
        outlines = List.copyOf(outlines);
        pins = List.copyOf(pins);
        sites = List.copyOf(sites);
        coverage = List.copyOf(coverage);
    }
}
