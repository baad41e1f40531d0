package org.liptako.node.console;

import java.util.List;

/**
 * One State at a glance.
 *
 * @param current whether its node answers
 * @param heard when it was last heard, in words
 * @param rules the version of its rules that is in force here
 * @param serving how its data centres have served this month, a line each
 */
public record StateCard(String state, boolean current, String heard, String rules, List<String> serving) {
    public StateCard {
        serving = List.copyOf(serving);
    }
}
