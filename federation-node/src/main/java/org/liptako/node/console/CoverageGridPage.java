package org.liptako.node.console;

import java.util.List;

/**
 * What the rules in force decide of one operation on a State's data.
 *
 * @param asOf which node tells this, and when
 * @param operation the one shown
 * @param operations all that may be shown
 * @param assumed what every cell takes for granted
 * @param legend what the letters mean
 * @param places the columns
 */
public record CoverageGridPage(
        String asOf,
        String operation,
        List<OperationLink> operations,
        String assumed,
        List<Letter> legend,
        List<String> places,
        List<Row> rows) {

    /** An operation, and the address of its table. */
    public record OperationLink(String words, String href, boolean shown) {}

    /**
     * What a letter means.
     *
     * @param style permitted, refused, conflict or depends
     */
    public record Letter(String style, String letter, String words) {}

    /** A class of data. */
    public record Row(String data, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * An answer of the rules.
     *
     * @param place the column, for a screen that shows none
     * @param articles those that decide
     */
    public record Cell(String place, Letter letter, List<RuleLink> articles) {
        public Cell {
            articles = List.copyOf(articles);
        }
    }

    public CoverageGridPage {
        operations = List.copyOf(operations);
        legend = List.copyOf(legend);
        places = List.copyOf(places);
        rows = List.copyOf(rows);
    }
}
