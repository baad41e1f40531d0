package org.liptako.node.console;

/**
 * A copy that is brought home.
 *
 * @param tone of its stage
 * @param route from where to where
 * @param by by when it must be home and gone abroad; empty where nobody says so
 * @param late whether that day is past
 * @param waiting what keeps it; empty unless something does
 */
public record ReturnRow(
        String dataset,
        String name,
        String owner,
        String stage,
        String tone,
        String size,
        String route,
        String by,
        boolean late,
        String end,
        String waiting) {}
