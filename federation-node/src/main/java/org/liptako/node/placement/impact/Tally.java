package org.liptako.node.placement.impact;

import java.util.Set;
import org.liptako.node.journal.event.Dataset;

/** Counts copies by what becomes of them, each once for each kind. */
final class Tally {
    private long unlawful;
    private long undecided;
    private long lawful;
    private long toMoveGb;
    private long sizesUnknown;

    /** @param leaves whether the copy lies there whole, so that it would have to be moved */
    void add(Set<ImpactKind> kinds, Dataset dataset, boolean leaves) {
        unlawful += kinds.contains(ImpactKind.UNLAWFUL) ? 1 : 0;
        undecided += kinds.contains(ImpactKind.UNDECIDED) ? 1 : 0;
        lawful += kinds.contains(ImpactKind.LAWFUL) ? 1 : 0;
        if (leaves && kinds.stream().anyMatch(ImpactKind::isLost)) {
            Long size = dataset.sizeGb();
            toMoveGb += size == null ? 0 : size;
            sizesUnknown += size == null ? 1 : 0;
        }
    }

    long unlawful() {
        return unlawful;
    }

    long undecided() {
        return undecided;
    }

    long lawful() {
        return lawful;
    }

    /** What must be moved, by registered sizes. */
    long toMoveGb() {
        return toMoveGb;
    }

    /** Of what must be moved, the copies whose size nobody has recorded. */
    long sizesUnknown() {
        return sizesUnknown;
    }
}
