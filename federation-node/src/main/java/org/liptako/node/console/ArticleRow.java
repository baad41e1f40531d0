package org.liptako.node.console;

import java.util.List;

/**
 * An article of a rule book.
 *
 * @param href that leads to it from elsewhere
 * @param anchor that leads to it on its page
 * @param status whether it is in force by its own dates, in words
 * @param tone good, open or bad
 * @param text its author's words in the reader's language
 * @param french its author's words in French, for who reads another language; may be empty
 * @param force whose law, of which data, from when until when
 */
public record ArticleRow(
        String id,
        String href,
        String anchor,
        String title,
        String status,
        String tone,
        String text,
        String french,
        String force,
        List<PassageRow> understood,
        List<String> bases) {
    public ArticleRow {
        understood = List.copyOf(understood);
        bases = List.copyOf(bases);
    }
}
