package org.liptako.pki.quorum;

/** Why a signature does not count towards a quorum, with one sentence in French and in English. */
public enum SignatureFault {
    ALGORITHM(
            "L'algorithme de la signature ou de son empreinte n'est pas admis.",
            "The algorithm of the signature or of its digest is not allowed."),
    NO_CERTIFICATE(
            "Le certificat du signataire n'accompagne pas la signature.",
            "The signer's certificate does not come with the signature."),
    SIGNED_ATTRIBUTES(
            "Un attribut signé manque, est répété ou n'est pas à sa place (RFC 5652, section 11).",
            "A signed attribute is missing, repeated or out of place (RFC 5652 section 11)."),
    UNSIGNED_ATTRIBUTES(
            "Des attributs que personne n'a signés sont attachés à la signature.",
            "Attributes that nobody signed are attached to the signature."),
    NO_SIGNING_TIME("La signature ne dit pas quand elle a été faite.", "The signature does not say when it was made."),
    SIGNING_TIME(
            "La signature est datée de l'avenir, ou d'avant ce qu'elle signe.",
            "The signature is dated in the future, or before what it signs."),
    OTHER_CERTIFICATE(
            "La signature a été faite avec un autre certificat que celui qui est présenté (RFC 5035).",
            "The signature was made with another certificate than the one presented (RFC 5035)."),
    OTHER_CONTENT("La signature porte sur un autre contenu.", "The signature is over another content."),
    FORGED(
            "La signature n'a pas été faite par la clé du certificat.",
            "The signature was not made by the certificate's key."),
    CHAIN("La chaîne du signataire est refusée.", "The signer's chain is refused."),
    REVOKED(
            "Le certificat du signataire, ou d'une autorité au-dessus de lui, était révoqué quand il a signé.",
            "The certificate of the signer, or of a CA above, was revoked when the signature was made."),
    OTHER_ROLE("Le signataire n'a pas la qualité requise.", "The signer does not have the role required."),
    OTHER_STATE(
            "Le signataire relève d'un État qui n'a pas à signer.",
            "The signer belongs to a State that has no say here."),
    SAME_PERSON(
            "La même personne a déjà signé : elle ne compte qu'une fois.",
            "The same person has signed already and counts once."),
    SAME_KEY(
            "La même clé a déjà signé sous un autre nom : elle ne compte qu'une fois.",
            "The same key has signed already under another name and counts once.");

    private final String french;
    private final String english;

    SignatureFault(String french, String english) {
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
