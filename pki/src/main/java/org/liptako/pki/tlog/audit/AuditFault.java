package org.liptako.pki.tlog.audit;

import org.liptako.pki.tlog.MalformedLogException;

/**
 * What is wrong with a log, and where.
 *
 * @param place the path of the file concerned
 * @param french one sentence that names the entry or the tile
 * @param english the same
 */
public record AuditFault(String place, String french, String english) {

    static AuditFault missing(String path, long entry) {
        return new AuditFault(
                path,
                "Le fichier " + path + " manque : le journal est tronqué à l'entrée " + entry + ".",
                "The file " + path + " is missing: the journal is truncated at entry " + entry + ".");
    }

    static AuditFault malformed(String path, MalformedLogException why) {
        return new AuditFault(
                path,
                "Le fichier " + path + " n'a pas la forme qu'il doit avoir : " + why.french(),
                "The file " + path + " has not the form it must have: " + why.english());
    }

    static AuditFault outOfOrder(String path, long expected, long found) {
        return new AuditFault(
                path,
                "À la place de l'entrée " + expected + ", " + path + " contient l'entrée " + found + ".",
                "In the place of entry " + expected + ", " + path + " has entry " + found + ".");
    }

    static AuditFault edited(String path, long entry) {
        return new AuditFault(
                path,
                "L'entrée " + entry + " n'est pas celle que l'arbre couvre : elle a été modifiée, ou la tuile " + path
                        + ".",
                "Entry " + entry + " is not the one that the tree covers: it was edited, or the tile " + path
                        + " was.");
    }

    static AuditFault wrongHash(String path, int place) {
        return new AuditFault(
                path,
                "L'empreinte " + place + " de la tuile " + path + " n'est pas celle de la tuile au-dessous.",
                "Hash " + place + " of the tile " + path + " is not that of the tile below it.");
    }

    static AuditFault wrongRoot(long size) {
        return new AuditFault(
                "checkpoint",
                "Les entrées 0 à " + (size - 1) + " ne donnent pas la racine que le point de contrôle signe.",
                "Entries 0 to " + (size - 1) + " do not give the root that the checkpoint signs.");
    }

    static AuditFault rewound(long was, long size) {
        return new AuditFault(
                "checkpoint",
                "L'entrée " + size + " a disparu : le journal en avait " + was + ", et n'en a plus que " + size + ".",
                "Entry " + size + " is gone: the journal's size was " + was + ", and is only " + size + ".");
    }

    static AuditFault forked(long was) {
        return new AuditFault(
                "checkpoint",
                "Une des entrées 0 à " + (was - 1) + " n'est plus celle que l'ancien point de contrôle couvrait :"
                        + " le journal a été réécrit. Avec les tuiles gardées alors, l'audit dirait laquelle.",
                "One of the entries 0 to " + (was - 1) + " is no longer the one that the older checkpoint covered:"
                        + " the journal was rewritten. With the tiles kept then, the audit would say which.");
    }

    static AuditFault rewritten(String path, long entry) {
        return new AuditFault(
                path,
                "L'entrée " + entry + " n'est plus celle qui avait été gardée : le journal a été réécrit.",
                "Entry " + entry + " is no longer the one that was kept: the journal was rewritten.");
    }
}
