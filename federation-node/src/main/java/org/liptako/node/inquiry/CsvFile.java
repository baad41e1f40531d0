package org.liptako.node.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.liptako.node.wire.Sentence;

/**
 * An answer for a French spreadsheet: semicolons, UTF-8 with its mark, decimal commas, CRLF (RFC 4180). Days and instants are as in ISO 8601.
 *
 * <p>A text that a spreadsheet would take for a formula has an apostrophe before it, which is what the spreadsheet itself writes there: answers hold words of
 * other States' journals.
 */
final class CsvFile implements AnswerFile {
    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final boolean french;
    private boolean begun;

    CsvFile(boolean french) {
        this.french = french;
    }

    @Override
    public String page(Answer answer) {
        List<Column> columns = answer.asked().question().columns();
        StringBuilder text = new StringBuilder();
        if (!begun) {
            begun = true;
            text.append(MARK).append(line(headings(columns)));
        }
        answer.page().rows().forEach(row -> text.append(line(cells(columns, row))));
        return text.toString();
    }

    @Override
    public String end() {
        return "";
    }

    private List<String> headings(List<Column> columns) {
        List<String> headings = new ArrayList<>();
        columns.forEach(column -> headings.add(quoted(in(column.heading()))));
        for (Sentence heading : SourceHeadings.ALL) {
            headings.add(quoted(in(heading)));
        }
        return headings;
    }

    private List<String> cells(List<Column> columns, Row row) {
        List<String> cells = new ArrayList<>();
        for (Column column : columns) {
            String text = row.cell(column).in(french);
            cells.add(column.type() == ColumnType.NUMBER ? text.replace('.', ',') : quoted(text));
        }
        cells.add(quoted(row.source().saidBy().name()));
        cells.add(Long.toString(row.source().journalIndex()));
        cells.add(quoted(row.source().heldFrom().toString()));
        cells.add(quoted(row.source().knownFrom().toString()));
        return cells;
    }

    private String in(Sentence sentence) {
        return french ? sentence.fr() : sentence.en();
    }

    private static String quoted(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(";", "", "\r\n"));
    }
}
