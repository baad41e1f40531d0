package org.liptako.node.registry.table;

import java.util.List;

/** One sheet of a workbook, or a CSV file: its rows that are not empty, from the top. */
public record Table(String name, List<TableRow> rows) {
    public Table {
        rows = List.copyOf(rows);
    }
}
