package org.liptako.node.inquiry;

/** What the cells of a column hold, where they hold anything. */
public enum ColumnType {
    /** A line of text. */
    TEXT,
    /** A word of a closed list, in capitals. */
    CODE,
    /** A number, with a decimal point. */
    NUMBER,
    /** An instant, RFC 3339, UTC. */
    INSTANT,
    /** A day, as 2026-11-23. */
    DAY,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Text of more than a line. */
    LONG
}
