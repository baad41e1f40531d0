package org.liptako.node.console;

import java.util.List;

/**
 * One dataset.
 *
 * @param what it is, in one sentence
 * @param asOf which node tells this, and when
 * @param receipts of the state of all copies; empty for a reader who may have none made, and as known on another day
 * @param earlier the address of the page as of the oldest step that is shown; empty if all are
 * @param ruled why no decisions are shown; empty where they are
 * @param moreRulings whether there are more than are shown
 */
public record DatasetPage(
        String dataset,
        String name,
        String what,
        String asOf,
        AsOfForm when,
        List<CoverageRow> coverage,
        List<FactRow> facts,
        List<CopyCard> copies,
        List<FileLink> receipts,
        List<StepRow> steps,
        String earlier,
        String ruled,
        AnswerTable rulings,
        boolean moreRulings) {
    public DatasetPage {
        coverage = List.copyOf(coverage);
        facts = List.copyOf(facts);
        copies = List.copyOf(copies);
        receipts = List.copyOf(receipts);
        steps = List.copyOf(steps);
    }
}
