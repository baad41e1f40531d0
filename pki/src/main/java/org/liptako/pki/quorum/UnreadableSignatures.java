package org.liptako.pki.quorum;

/** Why a file of signatures cannot be read, with one sentence in French and in English. */
public enum UnreadableSignatures {
    TOO_LARGE("Le fichier de signatures dépasse 256 Kio.", "The file of signatures is larger than 256 KiB."),
    MALFORMED(
            "Le fichier de signatures est tronqué, ou n'est pas un CMS SignedData en DER (RFC 5652).",
            "The file of signatures is truncated, or is not CMS SignedData in DER (RFC 5652)."),
    NOT_DETACHED(
            "Le fichier de signatures contient un contenu : les signatures sont détachées de ce qu'elles signent.",
            "The file of signatures holds content: signatures are detached from what they sign."),
    TOO_MANY(
            "Le fichier porte plus de signatures, de certificats ou de listes qu'il n'est permis.",
            "The file carries more signatures, certificates or lists than allowed."),
    NONE("Personne n'a signé.", "Nobody signed.");

    private final String french;
    private final String english;

    UnreadableSignatures(String french, String english) {
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
