package org.liptako.node.console;

import java.util.List;

/**
 * What one State, or the Alliance, says of a placement, in words.
 *
 * @param who whose rules, and in which role
 * @param tone the class of the verdict: {@code good}, {@code bad} or {@code open}
 * @param why the reason, and whether it is another State's rules judged here for information
 * @param rules those that it rests on, with their articles
 * @param lifted bans that a derogation lifted
 */
public record FindingRow(
        String who, String verdict, String tone, String why, List<RuleRow> rules, List<String> lifted) {

    public FindingRow {
        rules = List.copyOf(rules);
        lifted = List.copyOf(lifted);
    }
}
