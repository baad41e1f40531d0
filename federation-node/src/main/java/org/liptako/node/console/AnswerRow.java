package org.liptako.node.console;

import java.util.List;

/**
 * A row of an answer, in words.
 *
 * @param texts what is longer than a line, each under its heading
 */
public record AnswerRow(List<AnswerCell> cells, List<FactRow> texts) {
    public AnswerRow {
        cells = List.copyOf(cells);
        texts = List.copyOf(texts);
    }
}
