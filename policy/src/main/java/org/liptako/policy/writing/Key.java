package org.liptako.policy.writing;

/** The keys of a rule, in the order in which they are written. */
enum Key {
    ID("id"),
    TITLE("titre"),
    TEXT("texte"),
    BASES("base_legale"),
    EFFECT("effet"),
    DEROGATES("deroge_a"),
    DEROGABLE("derogeable"),
    CAPACITY("au_titre_de"),
    FORCE("en_vigueur"),
    SCOPE("champ"),
    CONDITION("condition"),
    OBLIGATIONS("obligations");

    private final String word;

    Key(String word) {
        this.word = word;
    }

    /** The key in rule files. */
    String word() {
        return word;
    }
}
