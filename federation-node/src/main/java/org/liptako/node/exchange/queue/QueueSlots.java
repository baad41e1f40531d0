package org.liptako.node.exchange.queue;

import java.util.Collection;

/**
 * How many transfers run at once. Tiny, small and big ones have places of their own, so that no kind keeps another waiting; one source never has all of a
 * kind's places, so that one that is silent, or as slow as it may be, does not keep the others' waiting.
 */
record QueueSlots(Kind tiny, Kind small, Kind big) {
    static final QueueSlots USUAL = new QueueSlots(new Kind(16, 12), new Kind(6, 4), new Kind(2, 1));

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
        TransferSize size = candidate.size();
        Kind kind = switch (size) {
            case TINY -> tiny;
            case SMALL -> small;
            case BIG -> big;
        };
        int ofItsKind = 0;
        int ofItsSource = 0;
        for (QueuedTransfer other : running) {
            if (other.size() == size) {
                ofItsKind++;
                ofItsSource += other.source() == candidate.source() ? 1 : 0;
            }
        }
        return ofItsKind < kind.places() && ofItsSource < kind.ofSource();
    }
}
