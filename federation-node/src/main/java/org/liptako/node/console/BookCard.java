package org.liptako.node.console;

import java.util.List;

/**
 * One rule book at a glance.
 *
 * @param href of its page; empty where no version is known
 * @param lines its version, since when it is in force, who signed it, how many articles it has
 * @param waiting the versions that wait for their day
 * @param warning why the node does not judge by it; may be empty
 */
public record BookCard(
        String code, String name, String href, List<String> lines, List<RuleLink> waiting, String warning) {
    public BookCard {
        lines = List.copyOf(lines);
        waiting = List.copyOf(waiting);
    }
}
