package org.liptako.node.console;

import java.util.List;

/** The rows of an answer, in words, in those columns in which anything stands. */
public record AnswerTable(List<String> headings, List<AnswerRow> rows) {
    /** Of an answer that was not asked for. */
    static final AnswerTable NONE = new AnswerTable(List.of(), List.of());

    public AnswerTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }
}
