package org.liptako.policy.rules;

/** In what capacity a State must be asked for its rule to be considered. */
public enum Capacity {
    /** As the State that the data come from. */
    ORIGINE("origine"),
    /** As the State that hosts another's data. */
    ACCUEIL("accueil"),
    TOUS("tous");

    private final String word;

    Capacity(String word) {
        this.word = word;
    }

    /** The word in rule files. */
    public String word() {
        return word;
    }
}
