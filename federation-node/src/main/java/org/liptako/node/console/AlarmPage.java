package org.liptako.node.console;

import java.util.List;

/**
 * The alarms of one kind.
 *
 * @param code of the kind
 * @param steps what to do, one after the other
 */
public record AlarmPage(String asOf, String code, String meaning, List<String> steps, List<AlarmRow> alarms) {
    public AlarmPage {
        steps = List.copyOf(steps);
        alarms = List.copyOf(alarms);
    }
}
