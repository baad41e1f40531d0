package org.liptako.node.operations.availability;

/** What came of looking whether a site serves, the best first. */
public enum Outcome {
    /** It is there, and ready for work by its own word. */
    SERVING,
    /** It is there, and says that it is not ready. */
    NOT_READY,
    /** It is there, and one of the two does not believe the other. */
    REFUSED,
    /** It does not answer. */
    UNREACHABLE,
    /** No site at all answers: the own link may be cut, and nothing is known of anyone. */
    CUT_OFF;

    boolean isWorseThan(Outcome other) {
        return compareTo(other) > 0;
    }
}
