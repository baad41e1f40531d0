package org.liptako.node.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under headings, each column as wide as its widest cell; no borders, so that it reads aloud and pastes well. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row; it has as many cells as there are headings. */
    public void row(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException("a row of " + cells.length + " cells under "
                    + rows.getFirst().size() + " headings");
        }
        rows.add(List.of(cells));
    }

    /** The lines, headings and a rule first. */
    public List<String> lines() {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        var lines = new ArrayList<String>();
        for (var row : rows) {
            lines.add(line(row, widths));
            if (lines.size() == 1) {
                lines.add(line(IntStream.of(widths).mapToObj("─"::repeat).toList(), widths));
            }
        }
        return lines;
    }

    /** Prints the lines as the command's result. */
    public void print(Screen screen) {
        lines().forEach(screen::line);
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            line.append(cell).repeat(' ', widths[column] - width(cell) + 2);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
