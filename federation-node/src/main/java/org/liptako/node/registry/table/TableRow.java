package org.liptako.node.registry.table;

import java.util.List;

/**
 * A row with something in it.
 *
 * @param line from 1, as the spreadsheet counts rows, empty ones too
 * @param cells those that are not empty, from left to right
 */
public record TableRow(int line, List<TableCell> cells) {
    public TableRow {
        cells = List.copyOf(cells);
    }
}
