package org.liptako.node.console;

import java.util.List;

/**
 * A place and what the rules say of a copy there, in words.
 *
 * @param why what no rule says
 */
public record HostRow(PlaceRow place, List<CitedRow> rules, List<String> why) {
    public HostRow {
        rules = List.copyOf(rules);
        why = List.copyOf(why);
    }
}
