package org.liptako.pki.tlog;

/** Why a signed note, or a proof that rests on one, is not believed. */
public enum NoteRefusal {
    UNSIGNED("Le journal n'a pas signé ce texte.", "The log has not signed this text."),
    ALTERED(
            "Une signature ne correspond pas au texte : il a été modifié, ou signé par une autre clé.",
            "A signature does not fit the text: it was altered, or signed by another key."),
    OTHER_LOG("Le point de contrôle est celui d'un autre journal.", "The checkpoint is another log's."),
    TOO_FEW_WITNESSES(
            "Trop peu de témoins ont cosigné ce point de contrôle.",
            "Too few witnesses have cosigned this checkpoint."),
    NOT_INCLUDED(
            "La preuve ne mène pas de cette inscription à la racine du point de contrôle.",
            "The proof does not lead from this entry to the checkpoint's root.");

    private final String french;
    private final String english;

    NoteRefusal(String french, String english) {
        this.french = french;
        this.english = english;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }
}
