package org.liptako.node.exchange.queue;

import java.util.Collection;
import org.liptako.pki.name.State;

/**
 * How many transfers run at once. Small and big ones have places of their own, so that neither kind keeps the other waiting; small ones of one source never have
 * all of theirs, so that a silent source does not keep the others' waiting.
 */
record QueueSlots(int small, int smallOfSource, int big) {
    static final QueueSlots USUAL = new QueueSlots(6, 4, 2);

    QueueSlots {
        if (big < 1 || smallOfSource < 1 || small <= smallOfSource) {
            throw new IllegalArgumentException("Each kind of transfer, and each source, needs a place: " + small + ", "
                    + smallOfSource + ", " + big + ".");
        }
    }

    /** Whether one more may run beside these. */
    boolean admit(QueuedTransfer candidate, Collection<QueuedTransfer> running) {
        long ofItsKind = running.stream()
                .filter(other -> other.isSmall() == candidate.isSmall())
                .count();
        return candidate.isSmall()
                ? ofItsKind < small && countSmall(running, candidate.source()) < smallOfSource
                : ofItsKind < big;
    }

    private static long countSmall(Collection<QueuedTransfer> running, State source) {
        return running.stream()
                .filter(other -> other.isSmall() && other.source() == source)
                .count();
    }
}
