package org.liptako.node.console;

import java.util.List;

/**
 * What is done and left of a ministry's copies, or of all.
 *
 * @param home how many are home, of how many
 * @param done how many are erased abroad as well
 * @param rules under which some are overdue
 * @param end when the last is expected
 */
public record BalanceRow(
        String owner,
        String home,
        String done,
        String left,
        String overdue,
        List<RuleLink> rules,
        String end,
        PlotView plot) {
    public BalanceRow {
        rules = List.copyOf(rules);
    }

    /** Whether something should have been home by now. */
    public boolean late() {
        return !rules.isEmpty() || !overdue.isEmpty();
    }
}
