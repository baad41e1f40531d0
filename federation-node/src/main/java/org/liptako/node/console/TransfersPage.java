package org.liptako.node.console;

import java.util.List;

/**
 * The transfers into this data centre, in one language.
 *
 * @param counts how many stand how
 * @param end when all of them should be whole; empty where that cannot be said
 * @param open those that are not over: stopped ones first, then in the order of their turns
 * @param more how many more there are than the page shows; empty if there are none
 * @param over the last of those that are over
 * @param limits how fast, and in which hours, bytes move
 * @param mayAct whether the reader may hold transfers back, let them go, and set limits
 * @param scopes what they may hold back together
 */
public record TransfersPage(
        String asOf,
        String counts,
        String end,
        List<PauseRow> pauses,
        List<TransferRow> open,
        String more,
        List<TransferRow> over,
        List<LimitRow> limits,
        boolean mayAct,
        List<Choice> scopes) {

    public TransfersPage {
        pauses = List.copyOf(pauses);
        open = List.copyOf(open);
        over = List.copyOf(over);
        limits = List.copyOf(limits);
        scopes = List.copyOf(scopes);
    }
}
