package org.liptako.node.exchange.queue;

import java.util.Collection;

/**
 * How many transfers run at once. Small and big ones have places of their own, so that neither kind keeps the other waiting; one source never has all of a
 * kind's places, so that one that is silent, or as slow as it may be, does not keep the others' waiting.
 */
record QueueSlots(Kind small, Kind big) {
    static final QueueSlots USUAL = new QueueSlots(new Kind(6, 4), new Kind(2, 1));

    /**
     * The places of a kind.
     *
     * @param ofSource the most that run of one source
     */
    record Kind(int places, int ofSource) {
        Kind {
            if (ofSource < 1 || places <= ofSource) {
                throw new IllegalArgumentException(
                        "Each source needs a place, and none has all: " + ofSource + " of " + places + ".");
            }
        }
    }

    /** Whether one more may run beside these. */
    boolean admit(QueuedTransfer candidate, Collection<QueuedTransfer> running) {
        Kind kind = candidate.isSmall() ? small : big;
        long ofItsKind = running.stream()
                .filter(other -> other.isSmall() == candidate.isSmall())
                .count();
        long ofItsSource = running.stream()
                .filter(other -> other.isSmall() == candidate.isSmall() && other.source() == candidate.source())
                .count();
        return ofItsKind < kind.places() && ofItsSource < kind.ofSource();
    }
}
