package org.liptako.node.console;

import org.liptako.node.registry.ReplicaStatus;

/** The class of a copy's status, by which it is coloured: its words say the same. */
final class CopyTone {
    static final String GOOD = "good";
    static final String BAD = "bad";
    static final String OPEN = "open";

    private CopyTone() {}

    /**
     * Good, bad or open.
     *
     * @param gone whether people have said of an erased copy that nothing is left of it
     */
    static String of(ReplicaStatus status, boolean gone) {
        return switch (status) {
            case SEALED -> GOOD;
            case ERASED -> gone ? GOOD : OPEN;
            case EXTERNAL, UNREACHABLE, DISPUTED, LOST, QUARANTINED -> BAD;
            case PLANNED, PENDING, GRANTED, TRANSFERRING, UNPROVEN, ERASING -> OPEN;
        };
    }
}
