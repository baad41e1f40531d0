package org.liptako.pki.signature;

/** Why a signed statement is not believed. */
public enum StatementRefusal {
    OTHER_CONTEXT("La déclaration a été signée pour un autre usage.", "The statement was signed for another purpose."),
    CHAIN("La chaîne du signataire est refusée.", "The signer's chain is refused."),
    OTHER_STATE("Le signataire relève d'un autre État.", "The signer belongs to another State."),
    OTHER_ROLE("Le signataire n'a pas la qualité requise.", "The signer does not have the role required."),
    ALTERED(
            "La signature ne correspond pas au contenu : il a été modifié, ou signé par une autre clé.",
            "The signature does not fit the content: it was altered, or signed by another key.");

    private final String french;
    private final String english;

    StatementRefusal(String french, String english) {
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
