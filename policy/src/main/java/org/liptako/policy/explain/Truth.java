package org.liptako.policy.explain;

import org.liptako.policy.vocabulary.Bilingual;

/** True, false, or unknown for want of a fact; joined by Kleene's strong tables. */
public enum Truth {
    FALSE("faux", "false"),
    UNKNOWN("inconnu", "unknown"),
    TRUE("vrai", "true");

    private final String fr;
    private final String en;

    Truth(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }

    /** The word for it. */
    public Bilingual words() {
        return new Bilingual(fr, en);
    }
}
