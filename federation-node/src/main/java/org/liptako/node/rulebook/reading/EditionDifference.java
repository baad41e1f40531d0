package org.liptako.node.rulebook.reading;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What an edition that is not published yet would change of its book, or as much of it as a page holds.
 *
 * @param against the version in force, if there is one
 * @param counts how many articles would be added, removed and changed in all
 * @param same how many would stay as they are
 * @param more how many changes are not among these
 */
public record EditionDifference(
        OptionalLong against,
        Map<ArticleChange.Kind, Integer> counts,
        int same,
        List<ArticleChange> changes,
        int more) {
    public EditionDifference {
        counts = Map.copyOf(counts);
        changes = List.copyOf(changes);
    }

    /** How many articles would become this. */
    public int count(ArticleChange.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
