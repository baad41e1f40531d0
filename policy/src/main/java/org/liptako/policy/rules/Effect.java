package org.liptako.policy.rules;

/** What a rule does when it fires. */
public enum Effect {
    /** Permits. */
    AUTORISER("autoriser"),
    /** Bans. */
    INTERDIRE("interdire"),
    /** Bans what lacks what it requires. */
    EXIGER("exiger"),
    /** Says that the operation must be done. */
    OBLIGER("obliger"),
    /** Only adds obligations. */
    ASSORTIR("assortir"),
    /** Lifts bans. */
    DEROGER("deroger");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    /** The word in rule files. */
    public String word() {
        return word;
    }

    public boolean isBan() {
        return this == INTERDIRE || this == EXIGER;
    }
}
