package org.liptako.node.rulebook.reading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a book, or as much of it as a page holds.
 *
 * @param book with its versions
 * @param edition the version read; null where nobody signs
 * @param first the place of the first of these articles in the book, from 1
 * @param all how many articles the version has
 * @param before the first article of the page before; empty on the first page
 * @param next the first article of the next page; empty on the last page
 */
public record Reading(
        Book book,
        @Nullable BookVersion edition,
        List<Article> articles,
        int first,
        int all,
        String before,
        String next) {
    public Reading {
        articles = List.copyOf(articles);
    }

    /** The version read; empty where nobody signs. */
    public Optional<BookVersion> version() {
        return Optional.ofNullable(edition);
    }
}
