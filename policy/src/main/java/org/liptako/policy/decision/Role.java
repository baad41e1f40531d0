package org.liptako.policy.decision;

/** The role in which a jurisdiction is asked (section 4); the declared order is the order of the findings. */
public enum Role {
    /** The State whose data it is. */
    HOME,
    /** Another member State on whose soil the data would be. */
    HOST,
    /** The Alliance itself. */
    REGION
}
