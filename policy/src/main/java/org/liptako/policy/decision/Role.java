package org.liptako.policy.decision;

import org.liptako.policy.rules.Capacity;

/** The role in which a jurisdiction is asked (section 4); the declared order is the order of the findings. */
public enum Role {
    /** The State whose data it is. */
    HOME,
    /** Another member State on whose soil the data would be. */
    HOST,
    /** The Alliance itself. */
    REGION;

    /** Whether a rule of this capacity speaks in this role; the Alliance's rules always do. */
    public boolean hears(Capacity capacity) {
        return switch (capacity) {
            case TOUS -> true;
            case ORIGINE -> this == HOME;
            case ACCUEIL -> this == HOST;
        };
    }
}
