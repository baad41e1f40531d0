package org.liptako.policy.edition;

/** What an edition does to the law that stood before it. */
public enum EditionAct {
    /** Puts new rules in its place, from a given instant on. */
    ENACTMENT,
    /** Takes the newest edition back, at once: what was in force before it is again. */
    WITHDRAWAL
}
