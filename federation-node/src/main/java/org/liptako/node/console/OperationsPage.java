package org.liptako.node.console;

import java.util.List;

/**
 * How the node does.
 *
 * @param serving how data centres have served in the present month
 */
public record OperationsPage(
        String asOf,
        List<PartRow> parts,
        List<CoverageRow> journals,
        List<AlarmRow> alarms,
        List<ServingLines> serving) {
    public OperationsPage {
        parts = List.copyOf(parts);
        journals = List.copyOf(journals);
        alarms = List.copyOf(alarms);
        serving = List.copyOf(serving);
    }

    /** A State and its data centres, a line each. */
    public record ServingLines(String state, List<String> lines) {
        public ServingLines {
            lines = List.copyOf(lines);
        }
    }
}
