package org.liptako.node.inquiry;

import java.util.List;

/**
 * A page of an answer.
 *
 * @param rows what is disclosed to the caller
 * @param next where to go on, which may be told wherever the last row read is disclosed; the start on the last page
 */
public record Page(List<Row> rows, Cursor next) {
    public Page {
        rows = List.copyOf(rows);
    }
}
