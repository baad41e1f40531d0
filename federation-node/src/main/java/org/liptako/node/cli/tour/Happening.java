package org.liptako.node.cli.tour;

import org.liptako.node.wire.Sentence;

/** What others do while somebody takes the tour, so that the next command has something to show. */
enum Happening {
    FILES_PUT(
            "Les services du ministère déposent leurs fichiers dans le dossier de publication du nœud…",
            "The ministry's people put their files into the node's publishing directory…"),
    COPY_ARRIVED("Les octets partent vers Ouagadougou…", "The bytes are on their way to Ouagadougou…"),
    COPY_MADE(
            "L'opérateur de Bamako fait faire une copie à Ouagadougou…",
            "Bamako's operator has a copy made at Ouagadougou…"),
    COPY_WITNESSED(
            "Chaque journal est signé, et un autre État le contresigne…",
            "Each journal is signed, and another State cosigns it…"),
    TABLES_WRITTEN(
            "Un ministère envoie son inventaire : jeux.csv, puis une version corrigée, jeux-corriges.csv.",
            "A ministry sends its inventory: jeux.csv, then a mended version, jeux-corriges.csv.");

    private final String french;
    private final String english;

    Happening(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** What the reader is told meanwhile. */
    Sentence words() {
        return new Sentence(french, english);
    }
}
