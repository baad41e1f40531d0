package org.liptako.node.placement;

/** Why one State's node does not take another's judgement. None lets anything be permitted. */
public enum Objection {
    /** The two nodes hold different rules. An alarm. */
    RULES_DIFFER(true),
    /** The same rules on the same facts gave another finding here. An alarm. */
    FINDINGS_DIFFER(true),
    /** The engine here gave no answer, so that nothing could be compared. */
    NOT_RECOMPUTED(false);

    private final boolean alarming;

    Objection(boolean alarming) {
        this.alarming = alarming;
    }

    /** Whether a person must look at it. */
    boolean isAlarming() {
        return alarming;
    }
}
