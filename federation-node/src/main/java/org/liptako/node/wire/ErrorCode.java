package org.liptako.node.wire;

import io.grpc.Status;

/**
 * Every reason for which a call to a node fails, with the gRPC status it travels under.
 *
 * <p>A client reads the code from the trailer {@code liptako-error}. Codes are never renamed; {@code
 * docs/reference/errors.md} lists them, and a test keeps the two in step.
 */
public enum ErrorCode {
    /** A field breaks a limit that the protocol declares. */
    LIMIT_BROKEN(
            Status.Code.INVALID_ARGUMENT,
            "Un champ de la demande dépasse une limite déclarée par le protocole.",
            "A field of the request breaks a limit that the protocol declares."),
    /** A field keeps its limits but has no meaning here. */
    INVALID_REQUEST(
            Status.Code.INVALID_ARGUMENT,
            "Un champ de la demande n'a pas de sens ici : code inconnu, date illisible, jeton de page périmé.",
            "A field of the request has no meaning here: unknown code, unreadable date, stale page token."),
    /** A catalogue could not be read; nothing of it was taken. */
    CATALOGUE_INVALID(
            Status.Code.INVALID_ARGUMENT,
            "Le catalogue contient une erreur ; rien n'en a été repris.",
            "The catalogue holds an error; nothing of it was taken."),
    /** A directory, or another node's list of it, cannot be taken as a version of a dataset. */
    MANIFEST_REFUSED(
            Status.Code.INVALID_ARGUMENT,
            "Le manifeste d'une version est refusé : chemin hostile, lien, doublon, taille ou empreinte incohérente.",
            "The manifest of a version is refused: hostile path, link, duplicate, or inconsistent size or digest."),
    /** A signed statement does not verify, or its signer may not say it. */
    STATEMENT_INVALID(
            Status.Code.INVALID_ARGUMENT,
            "Une déclaration signée ne se vérifie pas, ou son signataire n'a pas qualité pour la faire.",
            "A signed statement does not verify, or its signer may not make it."),
    /** The caller's certificate chain is not, or no longer, valid. */
    CALLER_UNTRUSTED(
            Status.Code.UNAUTHENTICATED,
            "Le certificat de l'appelant n'est pas, ou n'est plus, valable.",
            "The caller's certificate is not, or is no longer, valid."),
    /** The caller's role may not make this call. */
    ROLE_NOT_ENTITLED(
            Status.Code.PERMISSION_DENIED,
            "Le rôle de l'appelant ne permet pas cet appel.",
            "The caller's role may not make this call."),
    /** The call is for the node's own State only. */
    STATE_NOT_ENTITLED(
            Status.Code.PERMISSION_DENIED,
            "Cet appel est réservé à l'État du nœud ; adressez-vous au nœud du vôtre.",
            "This call is kept for the node's own State; turn to your own State's node."),
    /** The caller acts for another data centre. */
    SITE_NOT_ENTITLED(
            Status.Code.PERMISSION_DENIED,
            "L'appelant agit pour un autre centre de données que celui de la demande.",
            "The caller acts for another data centre than the one in the request."),
    /** A grant does not name the caller. */
    GRANT_NOT_ENTITLED(
            Status.Code.PERMISSION_DENIED,
            "L'autorisation de placement désigne un autre nœud que l'appelant.",
            "The grant names another node than the caller."),
    /** The node does not know the thing that was named. */
    NOT_KNOWN(
            Status.Code.NOT_FOUND,
            "Le nœud ne connaît pas l'objet désigné : jeu de données, site, demande, autorisation ou jeu de règles.",
            "The node does not know what was named: dataset, site, request, grant or rule set."),
    /** The same name was used before for something else. */
    NAME_TAKEN(
            Status.Code.ALREADY_EXISTS,
            "Cet identifiant a déjà servi pour une autre demande.",
            "This identifier was already used for another request."),
    /** Another State's node must be asked. */
    OTHER_STATE_DECIDES(
            Status.Code.FAILED_PRECONDITION,
            "Un autre État est compétent : adressez la demande à son nœud.",
            "Another State decides: ask its node."),
    /** A grant does not allow the act, or not yet, or no longer. */
    GRANT_NOT_USABLE(
            Status.Code.FAILED_PRECONDITION,
            "L'autorisation de placement ne permet pas cet acte, pas encore, ou plus.",
            "The grant does not allow this act, or not yet, or no longer."),
    /** What the act needs is not there yet. */
    NOT_READY(
            Status.Code.FAILED_PRECONDITION,
            "Il manque un préalable à cet acte ; le message dit lequel.",
            "Something that this act needs is not there yet; the message says what."),
    /** A courier disk is not one that can be written or taken here. */
    DISK_REFUSED(
            Status.Code.FAILED_PRECONDITION,
            "Le disque de transport n'est pas de ceux qui peuvent être écrits ou repris ici ; le message dit pourquoi.",
            "The courier disk is none that can be written or taken here; the message says why."),
    /** An edition of rules is not taken. */
    EDITION_REFUSED(
            Status.Code.FAILED_PRECONDITION,
            "L'édition de règles n'est pas publiée ; le message dit laquelle des conditions manque.",
            "The edition of rules is not published; the message says which condition it fails."),
    /** There is nothing to discharge. */
    DUTY_NOT_OWED(
            Status.Code.FAILED_PRECONDITION,
            "Le devoir n'est pas à acquitter : il l'est déjà, il s'observe en permanence, ou le nœud le tient lui-même.",
            "The duty is not to be discharged: it has been, it is observed at all times, or the node keeps it itself."),
    /** The trust state held here is too old for the act. */
    TRUST_TOO_OLD(
            Status.Code.FAILED_PRECONDITION,
            "L'état de confiance tenu ici est trop ancien pour cet acte entre États.",
            "The trust state held here is too old for this act between States."),
    /** The clocks of two nodes are too far apart. */
    CLOCKS_DIFFER(
            Status.Code.FAILED_PRECONDITION,
            "Les horloges des deux nœuds diffèrent trop ; vérifiez leur synchronisation.",
            "The clocks of the two nodes are too far apart; check their synchronisation."),
    /** Too much at once. */
    TOO_MUCH(
            Status.Code.RESOURCE_EXHAUSTED,
            "Trop d'appels, de données ou d'octets à la fois ; recommencez plus tard ou par parties.",
            "Too many calls, entries or bytes at once; try again later or in parts."),
    /** A certificate is not given. */
    ENROLMENT_REFUSED(
            Status.Code.PERMISSION_DENIED,
            "Le certificat demandé n'est pas délivré ; le message dit pourquoi.",
            "The certificate asked for is not given; the message says why."),
    /** A call went on for longer than the node allows one that sets no deadline. */
    CALL_TOO_LONG(
            Status.Code.DEADLINE_EXCEEDED,
            "L'appel, qui n'a pas d'échéance, dure plus longtemps que le nœud ne l'admet.",
            "The call, which sets no deadline, lasts longer than the node allows."),
    /** The disk has no room left. */
    STORE_FULL(
            Status.Code.RESOURCE_EXHAUSTED,
            "La place manque sur le disque du nœud ; rien n'a été scellé.",
            "The node's disk has no room left; nothing was sealed."),
    /** The store is not known to be this site's. */
    STORE_UNKNOWN(
            Status.Code.FAILED_PRECONDITION,
            "Le magasin de copies n'est pas reconnu comme celui du site ; rien n'y est pris ni jugé, le message dit que faire.",
            "The store of copies is not known to be the site's; nothing is fetched or judged there, the message says what to do."),
    /** Another State's node does not answer. */
    PEER_SILENT(
            Status.Code.UNAVAILABLE,
            "Le nœud d'un autre État ne répond pas ; la demande peut être répétée.",
            "Another State's node does not answer; the request may be repeated."),
    /** Too few other States have witnessed the journal for an act between States. */
    NOT_WITNESSED(
            Status.Code.UNAVAILABLE,
            "Trop peu d'autres États ont attesté le journal pour cet acte entre États ; la demande peut être répétée.",
            "Too few other States have witnessed the journal for this act between States; the request may be repeated."),
    /** Another State's node is not believed, or no longer. */
    PEER_UNTRUSTED(
            Status.Code.UNAUTHENTICATED,
            "Le nœud d'un autre État n'est pas, ou n'est plus, cru ; rien ne lui est demandé.",
            "Another State's node is not, or no longer, believed; nothing is asked of it."),
    /** The database does not answer. */
    DATABASE_DOWN(
            Status.Code.UNAVAILABLE,
            "La base de données du nœud ne répond pas ; vérifiez-la, puis répétez l'appel.",
            "The node's database does not answer; check it, then repeat the call."),
    /** The node is starting or stopping. */
    NODE_NOT_SERVING(
            Status.Code.UNAVAILABLE,
            "Le nœud démarre ou s'arrête ; recommencez dans un instant.",
            "The node is starting or stopping; try again in a moment."),
    /** The key of a dataset was destroyed. */
    KEY_DESTROYED(
            Status.Code.FAILED_PRECONDITION,
            "La clé du jeu de données a été détruite par deux agents de l'État d'origine ; ses copies chiffrées ne se lisent plus.",
            "The dataset's key was destroyed by two officers of its home State; its encrypted copies can be read no more."),
    /** Bytes are not what their digest says. */
    BYTES_CORRUPT(
            Status.Code.DATA_LOSS,
            "Des octets ne correspondent pas à leur empreinte ; ils ne sont ni servis ni conservés.",
            "Bytes do not match their digest; they are neither served nor kept."),
    /** A journal contradicts what was read of it before. */
    JOURNAL_CONTRADICTS(
            Status.Code.DATA_LOSS,
            "Un journal contredit ce qui en avait été lu ; il n'est plus suivi tant qu'une personne n'a pas tranché.",
            "A journal contradicts what was read of it before; it is not followed until a person has ruled."),
    /** A State withheld the payload of an entry from one that is entitled to it. */
    PAYLOAD_WITHHELD(
            Status.Code.DATA_LOSS,
            "Le contenu d'une entrée n'a pas été remis à un État qui y a droit ; il n'en connaît que l'engagement.",
            "The payload of an entry was withheld from a State that is entitled to it; it knows the commitment only."),
    /** A fault of the node itself. */
    INTERNAL(
            Status.Code.INTERNAL,
            "Défaut du nœud ; le numéro de référence renvoie à son journal technique.",
            "A fault of the node; the reference number points into its log.");

    private final Status.Code status;
    private final String fr;
    private final String en;

    ErrorCode(Status.Code status, String fr, String en) {
        this.status = status;
        this.fr = fr;
        this.en = en;
    }

    /** The gRPC status that a failure of this code travels under. */
    public Status.Code status() {
        return status;
    }

    /** What the code means in general; a failure's own sentence says the particular. */
    public Sentence meaning() {
        return new Sentence(fr, en);
    }
}
