package org.liptako.node.exchange.queue;

import java.util.Collection;
import org.liptako.pki.name.State;

/**
 * How many transfers run at once. Big ones have few places, so that small ones always find some; one source never has all of them, so that a silent
 * one does not keep the others' transfers waiting.
 */
record QueueSlots(int all, int big, int ofSource) {
    static final QueueSlots USUAL = new QueueSlots(8, 2, 6);

    QueueSlots {
        if (big < 1 || ofSource <= big || all < ofSource) {
            throw new IllegalArgumentException("Small transfers need a place of every source: " + big + " < " + ofSource
                    + " <= " + all + " does not hold.");
        }
    }

    /** Whether one more may run beside these. */
    boolean admit(QueuedTransfer candidate, Collection<QueuedTransfer> running) {
        return running.size() < all
                && count(running, candidate.source()) < ofSource
                && (candidate.isSmall() || countBig(running) < big);
    }

    private static long count(Collection<QueuedTransfer> running, State source) {
        return running.stream().filter(other -> other.source() == source).count();
    }

    private static long countBig(Collection<QueuedTransfer> running) {
        return running.stream().filter(other -> !other.isSmall()).count();
    }
}
