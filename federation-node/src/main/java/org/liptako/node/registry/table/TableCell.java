package org.liptako.node.registry.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cell in which something stands.
 *
 * @param column from 1
 * @param text what stands there: numbers with a decimal point, days as {@code 2026-03-01}, truths as {@code true} or {@code false}, all else as it was written
 * @param fault why the text cannot be taken; null if it can
 */
public record TableCell(int column, String text, @Nullable CellFault fault) {
    /** A longer text is no name and no code of anything. */
    static final int LONGEST = 1000;

    private static final int LETTERS = 26;

    static TableCell of(int column, String text) {
        if (text.length() > LONGEST) {
            return new TableCell(column, text.substring(0, LONGEST), CellFault.TOO_LONG);
        }
        boolean unprintable = text.codePoints().anyMatch(TableCell::isUnprintable);
        return new TableCell(column, text, unprintable ? CellFault.UNPRINTABLE : null);
    }

    /** Half of a pair is no character: nothing that is written in UTF-8 can hold it. */
    private static boolean isUnprintable(int c) {
        boolean ends = c == '\n' || c == '\r' || c == '\t';
        return (Character.isISOControl(c) && !ends) || Character.getType(c) == Character.SURROGATE;
    }

    static TableCell faulty(int column, String text, CellFault fault) {
        return new TableCell(column, text, fault);
    }

    /** A column's letters, as spreadsheets show them: A to Z, then AA. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    /** The column of a cell's name such as {@code AB12}; 0 if it is none. */
    static int columnOf(String name) {
        int column = 0;
        String capitals = name.toUpperCase(Locale.ROOT);
        for (int i = 0;
                i < Math.min(capitals.length(), 3) && capitals.charAt(i) >= 'A' && capitals.charAt(i) <= 'Z';
                i++) {
            column = column * LETTERS + capitals.charAt(i) - 'A' + 1;
        }
        return column;
    }
}
