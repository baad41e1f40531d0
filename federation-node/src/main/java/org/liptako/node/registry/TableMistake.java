package org.liptako.node.registry;

import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.Mistake;

/** What may be wrong with a table of sites, datasets or copies beyond what may be with any catalogue. */
enum TableMistake implements Mistake {
    OF_NOTHING(
            "Ces en-têtes ne sont pas ceux d'une table. Il faut, pour des lieux : %s ; pour des jeux : %s ; pour des copies : %s. Une feuille qui n'est pas à reprendre, masquez-la.",
            "These are not the headings of a table. It takes, for sites: %s; for datasets: %s; for copies: %s. A sheet that is not to be taken: hide it."),
    LACKS_COLUMN(
            "À cette table %s manque la colonne « %s » ; ajoutez-la.",
            "This table %s lacks the column \"%s\"; add it."),
    UNKNOWN_HEADING(
            "Une table %s n'a pas de colonne « %s » ; ôtez-la, ou choisissez parmi : %s.",
            "A table %s has no column \"%s\"; remove it, or choose among: %s."),
    REPEATED_HEADING(
            "La colonne « %s » est déjà donnée en %s ; ôtez l'une des deux.",
            "The column \"%s\" is already given in %s; remove one."),
    UNDER_NO_HEADING(
            "La case n'a pas d'en-tête ; donnez-en un à la colonne, ou videz-la.",
            "The cell has no heading; give the column one, or empty it."),
    EMPTY_CELL("La case « %s » est vide ; remplissez-la.", "The cell \"%s\" is empty; fill it in."),
    NOT_A_TRUTH("« %s » n'est ni oui ni non.", "\"%s\" is neither yes nor no."),
    NOT_A_WORD("« %s » n'est pas admis ici ; écrivez : %s.", "\"%s\" is not admitted here; write: %s."),
    NOT_A_DAY(
            "« %s » n'est pas un jour, comme 01/03/2026 ou 2026-03-01.",
            "\"%s\" is not a day, such as 01/03/2026 (day first) or 2026-03-01."),
    NOT_PAST("Le jour « %s » est à venir ou d'avant 1970.", "The day \"%s\" is to come, or before 1970."),
    UNKNOWN_SITE(
            "Le lieu « %s » n'est ni dans ce fichier ni au registre ; décrivez-le dans une table de lieux.",
            "The site \"%s\" is neither in this file nor in the registry; describe it in a table of sites."),
    UNKNOWN_DATASET(
            "Le jeu « %s » n'est ni dans ce fichier ni au registre ; décrivez-le dans une table de jeux.",
            "The dataset \"%s\" is neither in this file nor in the registry; describe it in a table of datasets."),
    REPEATED_COPY(
            "La copie de %s à %s est déjà donnée plus haut ; ôtez l'une des deux.",
            "The copy of %s at %s is already given above; remove one.");

    private final String fr;
    private final String en;

    TableMistake(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    @Override
    public Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
