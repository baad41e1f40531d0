package org.liptako.node.possession.reconcile;

import java.util.concurrent.atomic.AtomicBoolean;
import org.liptako.node.journal.event.HoldingKind;

/**
 * Tells a disk that is not mounted from copies that are lost, as far as that can be told: where of those that were there at the last look none is left, or of four
 * and more fewer than half, an operator must look first. Thread-safe.
 */
final class LossBrake {
    /** Of fewer, half may go one by one. */
    private static final long FEW = 4;

    private final FindingJournal journal;
    private final AtomicBoolean released = new AtomicBoolean();

    LossBrake(FindingJournal journal) {
        this.journal = journal;
    }

    /**
     * Whether a look may journal nothing.
     *
     * @param asked whether an operator asks; the looks that follow then say what is left over, until a look finds most copies in their place
     */
    boolean holds(Look look, boolean asked) {
        if (!isMassive(look)) {
            released.set(false);
            return false;
        }
        if (asked) {
            released.set(true);
        }
        return !released.get();
    }

    /** What is said to be missing was not there at the last look either. */
    private boolean isMassive(Look look) {
        long there = look.copiesThere();
        long most = there == 0 ? 0 : Math.max(there, FEW - there - 1);
        return journal.hasNewMoreThan(most, look, HoldingKind.MISSING);
    }
}
