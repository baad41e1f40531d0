package org.liptako.node.console.entry;

/** What a cookie stands for at one request. */
public sealed interface SessionState {
    /** Somebody is signed in. */
    record Open(Session session) implements SessionState {}

    /** Somebody was, until now. */
    record Ended(EntryRefusal why) implements SessionState {}

    /** Nobody is. */
    record None() implements SessionState {}
}
