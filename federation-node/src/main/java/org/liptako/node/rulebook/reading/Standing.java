package org.liptako.node.rulebook.reading;

/** Where a version of a book, or an article by its own dates, stands at an instant. */
public enum Standing {
    IN_FORCE,
    TO_COME,
    /** It was in force, or another took its place before its day. */
    PAST
}
