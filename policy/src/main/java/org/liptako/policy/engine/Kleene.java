package org.liptako.policy.engine;

/**
 * Kleene's strong tables (section 3) on two bits: one for <em>may be true</em>, one for <em>may be false</em>. Unknown has both, so that
 * each connective is a few instructions without a branch.
 */
final class Kleene {
    static final int TRUE = 0b01;
    static final int FALSE = 0b10;
    static final int UNKNOWN = 0b11;

    private Kleene() {}

    static int of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** May be true if both may; may be false if one may. */
    static int and(int one, int other) {
        return (one & other & TRUE) | ((one | other) & FALSE);
    }

    /** May be true if one may; may be false if both may. */
    static int or(int one, int other) {
        return ((one | other) & TRUE) | (one & other & FALSE);
    }

    static int not(int value) {
        return (value >> 1) | ((value & TRUE) << 1);
    }

    static boolean mayBeTrue(int value) {
        return (value & TRUE) != 0;
    }
}
