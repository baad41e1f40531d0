package org.liptako.pki.trust;

/** Why a trust state is refused, with one sentence in French and in English. The names are stable. */
public enum TrustRefusal {
    TOO_LARGE(
            "L'état de confiance dépasse la taille permise : demandez-le à un autre nœud.",
            "The trust state is larger than allowed: ask another node for it."),
    MALFORMED(
            "L'état de confiance est tronqué ou mal formé : demandez-le à un autre nœud.",
            "The trust state is truncated or malformed: ask another node for it."),
    OLD(
            "L'état de confiance est plus ancien que celui qui est tenu.",
            "The trust state is older than the one that is held."),
    FORKED(
            "Un autre état de confiance du même rang ou d'une autre lignée est déjà tenu : prévenez les administrateurs des trois États.",
            "Another trust state of this number or line is already held: tell the administrators of the three States."),
    GAPPED(
            "Il manque des états de confiance entre celui qui est tenu et celui-ci : demandez d'abord les précédents.",
            "Trust states are missing between the one that is held and this one: ask for those before it first."),
    BACKDATED(
            "L'état de confiance n'est pas daté d'après celui qu'il suit : faites-en établir un autre.",
            "The trust state is not dated after the one that it follows: have another drawn up."),
    FROM_THE_FUTURE(
            "L'état de confiance est daté de l'avenir : vérifiez l'horloge de ce nœud.",
            "The trust state is dated in the future: check this node's clock."),
    UNSIGNED("L'état de confiance n'est signé par personne.", "The trust state is signed by nobody."),
    SELF_SIGNED(
            "L'état de confiance n'est signé que par ceux qu'il admet lui-même : c'est à celui d'avant d'en décider.",
            "The trust state is signed only by those whom it brings in itself: the one before it decides who may."),
    NO_QUORUM(
            "Il manque des signatures valables à l'état de confiance : un administrateur de chacun de deux États au moins.",
            "The trust state lacks good signatures: an administrator of each of at least two States.");

    private final String french;
    private final String english;

    TrustRefusal(String french, String english) {
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
