package org.liptako.node.inquiry;

import java.util.EnumMap;
import java.util.Map;
import org.liptako.node.registry.Source;

/** A row of an answer: what is in its cells, and the entry that says so. */
public record Row(Map<Column, Cell> cells, Source source) {
    /** What stands in a column; empty where nothing does. */
    public Cell cell(Column column) {
        return cells.getOrDefault(column, Cell.EMPTY);
    }

    /** A row in the making. */
    static final class Draft {
        private final Map<Column, Cell> cells = new EnumMap<>(Column.class);

        Draft put(Column column, Cell cell) {
            cells.put(column, cell);
            return this;
        }

        Row from(Source source) {
            return new Row(cells, source);
        }
    }
}
