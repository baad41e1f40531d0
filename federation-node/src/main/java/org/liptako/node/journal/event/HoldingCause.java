package org.liptako.node.journal.event;

/** What a difference between a store and the journals, or between two journals, comes to. */
public enum HoldingCause {
    /** A whole version lies in the place of sealed ones, and no journal says so. */
    UNRECORDED(HoldingKind.DARK),
    /** Part of a version lies there, and nothing receives or mends it. */
    HALF(HoldingKind.DARK),
    /** The journal says that it was erased. */
    ERASED(HoldingKind.DARK),
    /** Files or objects that are no version's. */
    STRANGERS(HoldingKind.DARK),
    /** Nothing of it is there. */
    GONE(HoldingKind.MISSING),
    /** Something of it is there that makes no copy. */
    BROKEN(HoldingKind.MISSING),
    /** Given by the source's journal, not sealed by the receiver's. */
    NEVER_SEALED(HoldingKind.UNMATCHED),
    /** Sealed by the receiver's journal, not given by the source's. */
    NEVER_GIVEN(HoldingKind.UNMATCHED),
    /** The two journals name different versions under one grant. */
    GIVEN_OTHERWISE(HoldingKind.UNMATCHED),
    /** Its disk has damaged it, and it is not proved again. */
    WITHDRAWN(HoldingKind.UNPROVEN),
    /** It was not read whole for longer than it may be. */
    PROOF_OLD(HoldingKind.UNPROVEN),
    /** Another State has challenged it, and got a wrong answer or none in time. */
    CHALLENGE_FAILED(HoldingKind.UNPROVEN);

    private final HoldingKind kind;

    HoldingCause(HoldingKind kind) {
        this.kind = kind;
    }

    public HoldingKind kind() {
        return kind;
    }
}
