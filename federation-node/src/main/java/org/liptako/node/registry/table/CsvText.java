package org.liptako.node.registry.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.liptako.node.wire.Sentence;

/**
 * CSV as spreadsheets write it (RFC 4180): semicolons, commas or tabs, whichever the first line has most of; UTF-8, with its mark or without, or Windows-1252, in
 * which French spreadsheets save.
 */
final class CsvText {
    private static final char MARK = '\uFEFF';
    private static final String SEPARATORS = ";\t,";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final String text;
    private final char separator;
    private final List<TableRow> rows = new ArrayList<>();
    private List<TableCell> row = new ArrayList<>();
    private int line = 1;
    private int column = 1;

    private CsvText(String text) {
        this.text = text;
        this.separator = separatorOf(text);
    }

    static TableFile read(byte[] file) {
        List<Sentence> remarks = new ArrayList<>();
        String text = decoded(file, remarks);
        if (text.indexOf('\0') >= 0) {
            throw TableFile.refused(
                    "Le fichier n'est ni un CSV ni un classeur .xlsx ; enregistrez-le sous l'une de ces formes.",
                    "The file is neither CSV nor an .xlsx workbook; save it as one of these.");
        }
        List<TableRow> rows = new CsvText(text).rows();
        return new TableFile(List.of(new Table("", rows)), remarks);
    }

    private List<TableRow> rows() {
        int at = 0;
        while (at < text.length()) {
            boolean quoted = text.charAt(at) == '"';
            int end = quoted ? afterQuotes(at) : afterPlain(at);
            cell(quoted ? unquoted(at, end) : text.substring(at, end));
            if (end == text.length()) {
                break;
            }
            at = end + 1;
            if (text.charAt(end) == separator) {
                column++;
            } else {
                at += text.charAt(end) == '\r' && at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
                endOfRow();
            }
        }
        endOfRow();
        return rows;
    }

    private void cell(String content) {
        // An apostrophe before what looks like a formula is how spreadsheets, and our own exports, keep it a text.
        boolean guarded = content.length() > 1 && content.charAt(0) == '\'' && "=+-@".indexOf(content.charAt(1)) >= 0;
        String plain = guarded ? content.substring(1) : content;
        if (!plain.isBlank()) {
            if (row.size() == TableFile.MOST_CELLS) {
                throw TableFile.tooManyCells(line);
            }
            row.add(TableCell.of(column, plain));
        }
    }

    private void endOfRow() {
        if (!row.isEmpty()) {
            if (rows.size() == TableFile.MOST_ROWS) {
                throw TableFile.tooManyRows();
            }
            rows.add(new TableRow(line, row));
            row = new ArrayList<>();
        }
        line++;
        column = 1;
    }

    private int afterPlain(int from) {
        int at = from;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int afterQuotes(int from) {
        int at = from + 1;
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at += 2;
            } else {
                return afterPlain(at + 1);
            }
        }
        throw TableFile.refused(
                "Les guillemets ouverts ligne " + line + ", colonne " + TableCell.letters(column)
                        + ", ne sont pas refermés ; refermez-les.",
                "The quotation mark opened on line " + line + ", column " + TableCell.letters(column)
                        + ", is never closed; close it.");
    }

    /** What stands between the quotation marks, and whatever was written behind them. */
    private String unquoted(int from, int end) {
        int close = text.lastIndexOf('"', end - 1);
        return text.substring(from + 1, close).replace("\"\"", "\"") + text.substring(close + 1, end);
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private static char separatorOf(String text) {
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        String first = text.substring(0, end);
        char best = SEPARATORS.charAt(0);
        long most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char one = SEPARATORS.charAt(i);
            long count = first.chars().filter(c -> c == one).count();
            if (count > most) {
                most = count;
                best = one;
            }
        }
        return best;
    }

    private static String decoded(byte[] file, List<Sentence> remarks) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            remarks.add(new Sentence(
                    "Le fichier n'est pas en UTF-8 ; il a été lu en Windows-1252, comme l'écrivent les tableurs français.",
                    "The file is not in UTF-8; it was read as Windows-1252, which French spreadsheets write."));
            return new String(file, WINDOWS);
        }
    }
}
