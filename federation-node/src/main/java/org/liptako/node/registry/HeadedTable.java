package org.liptako.node.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liptako.node.registry.table.Table;
import org.liptako.node.registry.table.TableCell;
import org.liptako.node.registry.table.TableRow;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.Place;
import org.liptako.policy.yaml.YamlListener;

/** A table whose headings say what its rows are; the first row that is not empty has them. */
record HeadedTable(TableKind kind, List<Row> rows) {
    /** A value as a catalogue has it, and where it stands. */
    record Value(String text, Place place) {}

    /** A row: its values by column; none for an empty cell, nor for one with a fault, which is told of already. */
    record Row(Map<TableColumn, List<Value>> values, Place place, YamlListener mistakes) {
        Optional<Value> cell(TableColumn column) {
            return values.getOrDefault(column, List.of()).stream().findFirst();
        }
    }

    /** The table; empty if its headings are of nothing known, which is told. */
    static Optional<HeadedTable> of(Table table, Vocabulary words, TableReport report) {
        Map<Place, String> written = new HashMap<>();
        table.rows()
                .forEach(row ->
                        row.cells().forEach(cell -> written.put(new Place(row.line(), cell.column()), cell.text())));
        TableRow head = table.rows().getFirst();
        Map<Integer, TableColumn> columns = new HashMap<>();
        YamlListener mistakes = new TableMistakes(table.name(), head.line(), columns, written, words, report);
        Optional<TableKind> kind = kind(head);
        if (kind.isEmpty()) {
            ofNothing(head, mistakes);
            return Optional.empty();
        }
        head.cells().forEach(cell -> heading(kind.get(), head, cell, columns, mistakes));
        Set<Integer> headed = head.cells().stream().map(TableCell::column).collect(Collectors.toSet());
        List<Row> rows = new ArrayList<>();
        for (TableRow row : table.rows().subList(1, table.rows().size())) {
            row.cells().stream()
                    .filter(cell -> !headed.contains(cell.column()))
                    .forEach(cell ->
                            mistakes.mistake(new Place(row.line(), cell.column()), TableMistake.UNDER_NO_HEADING));
            rows.add(new Row(
                    values(row, columns, words, mistakes), new Place(row.line(), TableMistakes.WHOLE_ROW), mistakes));
        }
        return Optional.of(new HeadedTable(kind.get(), rows));
    }

    /** The kind that has all it takes; of two, the one that more of the headings are of. */
    private static Optional<TableKind> kind(TableRow head) {
        return List.of(TableKind.values()).stream()
                .filter(kind -> missing(kind, head).isEmpty())
                .max(Comparator.comparingInt(kind -> matched(kind, head).size()));
    }

    private static List<TableColumn> matched(TableKind kind, TableRow head) {
        return head.cells().stream()
                .flatMap(cell -> TableColumn.of(kind, cell.text()).stream())
                .distinct()
                .toList();
    }

    private static List<TableColumn> missing(TableKind kind, TableRow head) {
        List<TableColumn> there = matched(kind, head);
        return kind.required().stream()
                .filter(column -> !there.contains(column))
                .toList();
    }

    private static void ofNothing(TableRow head, YamlListener mistakes) {
        Place place = new Place(head.line(), TableMistakes.WHOLE_ROW);
        TableKind nearest = List.of(TableKind.values()).stream()
                .max(Comparator.comparingInt(kind -> matched(kind, head).size()))
                .orElseThrow();
        if (matched(nearest, head).size() > 1) {
            missing(nearest, head)
                    .forEach(column -> mistakes.mistake(
                            place,
                            TableMistake.LACKS_COLUMN,
                            bilingual(nearest),
                            new Bilingual(column.french(), column.english())));
        } else {
            mistakes.mistake(
                    place,
                    TableMistake.OF_NOTHING,
                    named(TableKind.SITES.required()),
                    named(TableKind.DATASETS.required()),
                    named(TableKind.COPIES.required()));
        }
    }

    private static void heading(
            TableKind kind, TableRow head, TableCell cell, Map<Integer, TableColumn> columns, YamlListener mistakes) {
        Place place = new Place(head.line(), cell.column());
        Optional<TableColumn> column = TableColumn.of(kind, cell.text());
        if (column.isEmpty()) {
            mistakes.mistake(place, TableMistake.UNKNOWN_HEADING, bilingual(kind), cell.text(), named(kind.columns()));
            return;
        }
        Optional<Integer> before = columns.entrySet().stream()
                .filter(entry -> entry.getValue().key().equals(column.get().key()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (before.isPresent()) {
            mistakes.mistake(place, TableMistake.REPEATED_HEADING, cell.text(), TableCell.letters(before.get()));
        }
        columns.put(cell.column(), column.get());
    }

    private static Map<TableColumn, List<Value>> values(
            TableRow row, Map<Integer, TableColumn> columns, Vocabulary words, YamlListener mistakes) {
        Map<TableColumn, List<Value>> values = new HashMap<>();
        for (TableCell cell : row.cells()) {
            Place place = new Place(row.line(), cell.column());
            TableColumn column = columns.get(cell.column());
            if (cell.fault() != null) {
                mistakes.mistake(place, cell.fault(), cell.text());
            } else if (column != null) {
                values.put(
                        column,
                        column.type().values(cell.text(), words).stream()
                                .map(text -> new Value(text, place))
                                .toList());
            }
        }
        return values;
    }

    private static Bilingual bilingual(TableKind kind) {
        return new Bilingual(kind.words().fr(), kind.words().en());
    }

    private static Bilingual named(List<TableColumn> columns) {
        return new Bilingual(
                columns.stream().map(TableColumn::french).collect(Collectors.joining(", ")),
                columns.stream().map(TableColumn::english).collect(Collectors.joining(", ")));
    }
}
