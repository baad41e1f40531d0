package org.liptako.node.inquiry;

import java.util.List;

/**
 * A page of an answer.
 *
 * @param rows of a page as long as was asked for, less what is not disclosed to the caller
 * @param next where to go on; the start on the last page
 */
record Page(List<Row> rows, Cursor next) {
    Page {
        rows = List.copyOf(rows);
    }
}
