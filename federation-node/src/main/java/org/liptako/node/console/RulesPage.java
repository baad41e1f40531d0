package org.liptako.node.console;

import java.util.List;

/**
 * Every rule book, and what enters and leaves force next.
 *
 * @param asOf which node tells this, and when
 * @param signing whether the reader may sign versions
 * @param signed whether versions are signed
 */
public record RulesPage(
        String asOf, boolean signing, boolean signed, List<BookCard> books, List<CalendarRow> calendar) {
    public RulesPage {
        books = List.copyOf(books);
        calendar = List.copyOf(calendar);
    }
}
