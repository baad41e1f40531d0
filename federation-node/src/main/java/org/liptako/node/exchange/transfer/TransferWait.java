package org.liptako.node.exchange.transfer;

import org.liptako.node.wire.Sentence;

/** What a transfer that does not move waits for, and what a person can do about it. */
public enum TransferWait {
    /** Nothing: it moves, or is over. */
    NOTHING("Il n'y a rien à faire.", "Nothing is to be done."),
    /** A place among those that run. */
    TURN(
            "Son tour vient de lui-même ; pour le faire passer devant : « liptako replica priority ».",
            "Its turn comes by itself; to let it pass: liptako replica priority."),
    /** An operator's word. */
    PAUSED(
            "La pause se lève comme elle a été posée : « liptako replica resume » et --all, --from ou l'autorisation.",
            "It is lifted as it was set: liptako replica resume with --all, --from or the grant."),
    /** The hours in which transfers are allowed. */
    WINDOW(
            "Il reprend à l'ouverture de la plage ; pour la changer : « liptako replica limits ».",
            "It goes on when the window opens; to change it: liptako replica limits."),
    /** A connection to the source. */
    LINK(
            "Il reprend de lui-même ; si cela dure, vérifiez la liaison, le pare-feu et que le nœud de la source tourne.",
            "It goes on by itself; if this lasts, check the link, the firewall, and that the source's node runs."),
    /** The source itself, which answers and does not give. */
    PEER(
            "Il reprend de lui-même ; si cela dure, appelez l'exploitant de la source et lisez-lui la raison.",
            "It goes on by itself; if this lasts, call the source's operator and read out the reason."),
    /** This site's disk, or the object store in its place. */
    DISK(
            "Faites de la place ou réparez le disque ou le stockage d'objets ; un transfert arrêté se relance par"
                    + " « liptako replica start ».",
            "Make room or mend the disk or the object store; a transfer that is stopped starts again by"
                    + " liptako replica start."),
    /** A rule, or the grant that rests on it. */
    RULE(
            "Rien ne bouge sans autorisation ; une nouvelle se demande par « liptako request ».",
            "Nothing moves without a grant; ask for a new one with liptako request."),
    /** Bytes that are not what the manifest names. */
    BYTES(
            "Faites vérifier la copie de la source par son exploitant, puis relancez : « liptako replica start ».",
            "Have the source's operator check its copy, then start it again: liptako replica start."),
    /** A courier disk that is being read. */
    COURIER("La ligne reprend quand le disque est lu.", "The wire goes on when the disk is read."),
    /** This node, which stops. */
    NODE("Il reprend au retour du nœud.", "It goes on when the node is back.");

    private final String french;
    private final String english;

    TransferWait(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** What to do. */
    public Sentence advice() {
        return new Sentence(french, english);
    }
}
