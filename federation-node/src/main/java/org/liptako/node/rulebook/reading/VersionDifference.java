package org.liptako.node.rulebook.reading;

import java.util.List;
import java.util.Map;

/**
 * How two versions of a book differ, or as much of it as a page holds.
 *
 * @param book with its versions
 * @param counts how many articles were added, removed and changed in all
 * @param same how many articles are the same in both
 * @param first the place of the first of these changes among all, from 1
 * @param before the first article of the page before; empty on the first page
 * @param next the first article of the next page; empty on the last page
 */
public record VersionDifference(
        Book book,
        BookVersion from,
        BookVersion to,
        Map<ArticleChange.Kind, Integer> counts,
        int same,
        List<ArticleChange> changes,
        int first,
        String before,
        String next) {
    public VersionDifference {
        counts = Map.copyOf(counts);
        changes = List.copyOf(changes);
    }

    /** How many articles became this. */
    public int count(ArticleChange.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
