package org.liptako.node.placement.impact;

import java.util.ArrayList;
import java.util.List;
import org.liptako.node.placement.held.HeldCopy;
import org.liptako.node.registry.ReplicaStatus;

/** Weighs copies as they are handed over, and keeps count. Not thread-safe. */
final class ImpactCount {
    /** More lines than a person reads or a caller waits for; beyond them copies are still counted. */
    private static final int MOST_LINES = 100_000;

    private final CopyWeighing weighing;
    private final List<AffectedCopy> lines = new ArrayList<>();
    private final Tallies tallies = new Tallies();
    private long weighed;
    private long refusedBefore;
    private long refusedAfter;
    private long transfersStopped;
    private long grantsVoid;
    private long leftOff;

    ImpactCount(CopyWeighing weighing) {
        this.weighing = weighing;
    }

    void weigh(HeldCopy copy) {
        CopyWeighing.Outcome outcome = weighing.weigh(copy);
        weighed++;
        refusedBefore += outcome.atFirst().isRefusedBefore() ? 1 : 0;
        refusedAfter += outcome.atFirst().isRefusedAfter() ? 1 : 0;
        if (!outcome.affected().isEmpty()) {
            count(outcome.affected());
        }
    }

    private void count(List<AffectedCopy> ofOneCopy) {
        tallies.add(ofOneCopy);
        if (ofOneCopy.stream().anyMatch(one -> one.change().kind().isLost())) {
            ReplicaStatus status = ofOneCopy.getFirst().statement().state().status();
            transfersStopped += status == ReplicaStatus.TRANSFERRING ? 1 : 0;
            grantsVoid += status == ReplicaStatus.GRANTED ? 1 : 0;
        }
        for (AffectedCopy line : ofOneCopy) {
            if (lines.size() < MOST_LINES) {
                lines.add(line);
            } else {
                leftOff++;
            }
        }
    }

    long weighed() {
        return weighed;
    }

    List<AffectedCopy> lines() {
        return lines;
    }

    ImpactReport.Counts counts(long passedOver) {
        return new ImpactReport.Counts(
                weighed, passedOver, refusedBefore, refusedAfter, transfersStopped, grantsVoid, leftOff, tallies);
    }
}
