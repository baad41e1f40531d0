package org.liptako.policy.rules;

/** How far a legal basis has come; it does not change the judging. */
public enum BasisStatus {
    /** A sample, without legal value. */
    EXEMPLE("exemple"),
    PROJET("projet"),
    PUBLIE("publie");

    private final String word;

    BasisStatus(String word) {
        this.word = word;
    }

    /** The word in rule files. */
    public String word() {
        return word;
    }
}
