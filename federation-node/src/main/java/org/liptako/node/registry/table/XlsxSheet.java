package org.liptako.node.registry.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;

/** The rows of a worksheet. Of a formula the value is read that was computed last; where there is none, the cell says so. */
final class XlsxSheet {
    /** In a formula, what lies in another workbook, such as {@code [1]Feuil1!A1}. */
    private static final Pattern OTHER_WORKBOOK = Pattern.compile("\\[\\d+\\]");

    private static final int MOST_NAMED = 5;
    private static final int MOST_COLUMNS = 16_384;

    /** What the sheets of a workbook share. */
    record Book(List<String> texts, XlsxStyles styles, boolean from1904) {}

    private final Book book;
    private final int room;
    private final List<TableRow> rows = new ArrayList<>();
    private final List<String> formulas = new ArrayList<>();
    private final List<String> otherWorkbooks = new ArrayList<>();
    private List<TableCell> cells = new ArrayList<>();
    private int hiddenRows;
    private boolean hidden;
    private int line;
    private int column;

    private XlsxSheet(Book book, int room) {
        this.book = book;
        this.room = room;
    }

    static XlsxSheet read(byte[] part, Book book, int room) {
        XlsxSheet sheet = new XlsxSheet(book, room);
        XmlPart.read(part, sheet::begins);
        sheet.endOfRow();
        return sheet;
    }

    List<TableRow> rows() {
        return rows;
    }

    static boolean isTrue(String text) {
        return text.equals("1") || text.equals("true");
    }

    private void begins(String name, XmlPart part) throws XMLStreamException {
        if (name.equals("row")) {
            endOfRow();
            int named = XlsxNumber.small(part.attribute("r").orElse(""), line + 1);
            // What goes back stands where something else has been read already.
            if (named <= line) {
                throw XlsxParts.unreadable();
            }
            line = named;
            column = 0;
            hidden = part.attribute("hidden").filter(XlsxSheet::isTrue).isPresent();
        } else if (name.equals("c")) {
            cell(part);
        }
    }

    private void endOfRow() {
        if (cells.isEmpty()) {
            return;
        }
        if (rows.size() == room) {
            throw TableFile.tooManyRows();
        }
        rows.add(new TableRow(line, cells));
        hiddenRows += hidden ? 1 : 0;
        cells = new ArrayList<>();
    }

    private void cell(XmlPart part) throws XMLStreamException {
        int named = TableCell.columnOf(part.attribute("r").orElse(""));
        boolean back = named > 0 && named <= column;
        column = Math.max(column + 1, named);
        if (back || column > MOST_COLUMNS) {
            throw XlsxParts.unreadable();
        }
        String type = part.attribute("t").orElse("n");
        int style = XlsxNumber.small(part.attribute("s").orElse(""), 0);
        Optional<String> formula = Optional.empty();
        String value = "";
        while (!part.ended("c")) {
            switch (part.beginning()) {
                case "v" -> value = part.text();
                case "f" -> formula = Optional.of(part.text());
                case "is" -> value = part.runs("is");
                default -> {
                    // Extensions.
                }
            }
        }
        if (cells.size() == TableFile.MOST_CELLS) {
            throw TableFile.tooManyCells(line);
        }
        formula.ifPresent(this::formula);
        if (!value.isEmpty()) {
            TableCell cell = read(type, value, style);
            if (!cell.text().isBlank()) {
                cells.add(cell);
            }
        } else if (formula.isPresent() && !type.equals("str")) {
            cells.add(TableCell.faulty(column, "", CellFault.NOT_COMPUTED));
        }
    }

    private void formula(String formula) {
        String name = TableCell.letters(column) + line;
        formulas.add(name);
        if (OTHER_WORKBOOK.matcher(formula).find()) {
            otherWorkbooks.add(name);
        }
    }

    private TableCell read(String type, String value, int style) {
        return switch (type) {
            case "s" -> {
                int index = XlsxNumber.small(value, -1);
                if (index < 0 || index >= book.texts().size()) {
                    throw XlsxParts.unreadable();
                }
                yield TableCell.of(column, book.texts().get(index));
            }
            case "str", "inlineStr" -> TableCell.of(column, XlsxBook.unescaped(value));
            case "b" -> TableCell.of(column, Boolean.toString(isTrue(value)));
            case "e" -> TableCell.faulty(column, value, CellFault.ERROR_VALUE);
            case "d" -> TableCell.of(column, value);
            default -> number(value, style);
        };
    }

    private TableCell number(String value, int style) {
        Optional<String> read =
                book.styles().isOfTime(style) ? XlsxNumber.moment(value, book.from1904()) : XlsxNumber.plain(value);
        return read.map(text -> TableCell.of(column, text))
                .orElseGet(() -> TableCell.faulty(column, value, CellFault.NOT_A_NUMBER_OF_ANYTHING));
    }

    /** What whoever hands in this sheet should know of it. */
    List<Sentence> remarks(String name) {
        List<Sentence> remarks = new ArrayList<>();
        if (!formulas.isEmpty()) {
            remarks.add(new Sentence(
                    "Feuille « " + name + " » : "
                            + Count.fr(formulas.size(), "case porte une formule", "cases portent une formule") + " ("
                            + named(formulas) + ") ; la valeur calculée en dernier a été lue.",
                    "Sheet \"" + name + "\": "
                            + Count.en(formulas.size(), "cell holds a formula", "cells hold a formula") + " ("
                            + named(formulas) + "); the value computed last was read."));
        }
        if (!otherWorkbooks.isEmpty()) {
            remarks.add(new Sentence(
                    "Feuille « " + name + " » : " + Count.fr(otherWorkbooks.size(), "formule lit", "formules lisent")
                            + " un autre classeur ("
                            + named(otherWorkbooks)
                            + ") ; il n'a pas été ouvert, la valeur gardée dans celui-ci a été lue.",
                    "Sheet \"" + name + "\": " + Count.en(otherWorkbooks.size(), "formula reads", "formulas read")
                            + " another workbook (" + named(otherWorkbooks)
                            + "); it was not opened, the value kept in this one was read."));
        }
        if (hiddenRows > 0) {
            remarks.add(new Sentence(
                    "Feuille « " + name + " » : "
                            + Count.fr(hiddenRows, "ligne masquée ou filtrée lue", "lignes masquées ou filtrées lues")
                            + " aussi.",
                    "Sheet \"" + name + "\": " + Count.en(hiddenRows, "hidden or filtered row") + " read too."));
        }
        return remarks;
    }

    private static String named(List<String> cells) {
        String first = String.join(", ", cells.subList(0, Math.min(MOST_NAMED, cells.size())));
        return cells.size() > MOST_NAMED ? first + ", …" : first;
    }
}
