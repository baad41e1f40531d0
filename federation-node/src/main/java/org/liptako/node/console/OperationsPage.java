package org.liptako.node.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the node does.
 *
 * @param serving how data centres have served in the present month
 * @param drain what ordering this process to end would mean; null for whoever may not
 */
public record OperationsPage(
        String asOf,
        List<PartRow> parts,
        List<CoverageRow> journals,
        List<AlarmRow> alarms,
        List<ServingLines> serving,
        @Nullable DrainView drain) {
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
