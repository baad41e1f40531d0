package org.liptako.node.placement.duty;

import java.util.stream.Stream;

/** How a duty stands. */
public enum DutyStatus {
    /** Its time is over: a finding. */
    OVERDUE(0),
    /** To be discharged. */
    OPEN(1),
    /** To be observed, as long as the copy lies there. */
    STANDING(2),
    /** Kept by the node. */
    KEPT(3),
    /** Discharged. */
    DISCHARGED(4);

    private final int rank;

    DutyStatus(int rank) {
        this.rank = rank;
    }

    /** Its place in the order in which duties are listed; the register's queries know it by this number. */
    int rank() {
        return rank;
    }

    static DutyStatus ofRank(int rank) {
        return Stream.of(values())
                .filter(status -> status.rank == rank)
                .findFirst()
                .orElseThrow();
    }
}
