package org.liptako.node.rulebook.reading;

import java.util.List;

/**
 * A part of an article that two versions have otherwise, side by side.
 *
 * @param before none where the article was added
 * @param after none where it was removed
 */
public record PartChange(Part part, List<Line> before, List<Line> after) {
    /** Which part. */
    public enum Part {
        TITLE,
        /** Its author's words. */
        TEXT,
        /** What the machine applies, whose law and from when until when included. */
        UNDERSTOOD,
        /** The texts of law that it rests on. */
        BASES
    }

    public PartChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
