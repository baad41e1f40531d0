package org.liptako.node.rulebook;

/** What came of a signature that counts. */
public sealed interface Signed {
    /** More must sign. */
    record Waits(WaitingEdition edition) implements Signed {}

    /** It was the last that it took: the edition stands. */
    record Published(String jurisdiction, long version) implements Signed {}
}
