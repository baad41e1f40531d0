package org.liptako.node.rulebook.reading;

import java.util.List;

/**
 * An article that two versions have otherwise.
 *
 * @param title the later one
 * @param parts those that differ
 */
public record ArticleChange(String id, String title, Kind kind, List<PartChange> parts) {
    /** What became of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public ArticleChange {
        parts = List.copyOf(parts);
    }

    /** Whether a part is among those that differ. */
    public boolean touches(PartChange.Part part) {
        return parts.stream().anyMatch(change -> change.part() == part);
    }
}
