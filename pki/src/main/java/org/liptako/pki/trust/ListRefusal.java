package org.liptako.pki.trust;

/** Why a revocation list is refused, with one sentence in French and in English. The names are stable. */
public enum ListRefusal {
    TOO_LARGE(
            "La liste de révocation dépasse 1 Mio : demandez à son émetteur une liste plus courte.",
            "The revocation list is larger than 1 MiB: ask its issuer for a shorter one."),
    MALFORMED(
            "La liste de révocation est tronquée ou mal formée (RFC 5280, section 5) : redemandez-la à son émetteur.",
            "The revocation list is truncated or malformed (RFC 5280 section 5): ask its issuer for it again."),
    UNNUMBERED(
            "La liste de révocation ne porte pas de numéro ou de date de fin (RFC 5280, section 5.2.3).",
            "The revocation list has no number or no end (RFC 5280 section 5.2.3)."),
    UNKNOWN_ISSUER(
            "La liste de révocation n'est signée par aucune autorité que l'état de confiance reconnaît.",
            "The revocation list is signed by no CA that the trust state believes."),
    TOO_MANY(
            "Il n'y a plus de place pour la liste d'une autorité de plus de cet État : elles sont déjà 16.",
            "There is no room for the list of another CA of this State: it has 16 already."),
    OLD(
            "La liste de révocation est plus ancienne que celle qui est tenue, ou que l'état de confiance ne l'admet.",
            "The revocation list is older than the one that is held, or than the trust state admits."),
    FORKED(
            "Une autre liste de révocation du même numéro est déjà tenue : prévenez l'administrateur de cet État.",
            "Another revocation list of this number is already held: tell that State's administrator."),
    GAPPED(
            "La liste différentielle s'appuie sur une liste complète qui n'est pas encore là : demandez-la d'abord.",
            "The delta list builds on a complete list that is not here yet: ask for that one first."),
    BACKDATED(
            "La liste de révocation est datée d'avant celle qu'elle remplace.",
            "The revocation list is dated before the one that it replaces."),
    FROM_THE_FUTURE(
            "La liste de révocation est datée de l'avenir : vérifiez l'horloge de ce nœud.",
            "The revocation list is dated in the future: check this node's clock.");

    private final String french;
    private final String english;

    ListRefusal(String french, String english) {
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
