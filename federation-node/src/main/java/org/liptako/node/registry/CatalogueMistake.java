package org.liptako.node.registry;

import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.Mistake;

/** What may be wrong with a catalogue whose YAML can be read. */
enum CatalogueMistake implements Mistake {
    NOT_A_MAP("Un groupe « clé: valeur » est attendu ici.", "A group of \"key: value\" is expected here."),
    NOT_A_LIST("Une liste est attendue ici.", "A list is expected here."),
    NOT_A_TEXT("Une valeur simple est attendue ici.", "A plain value is expected here."),
    UNKNOWN_KEY("Il n'y a pas de clé « %s » ; clés admises : %s.", "There is no key \"%s\"; keys admitted: %s."),
    REPEATED_KEY(
            "La clé « %s » est déjà écrite plus haut ; ôtez l'une des deux.",
            "The key \"%s\" is already given above; remove one."),
    MISSING_KEY("La clé « %s » manque ; ajoutez-la.", "The key \"%s\" is missing; add it."),
    NOT_A_NUMBER("« %s » n'est pas un nombre entre %s et %s.", "\"%s\" is not a number between %s and %s."),
    NOT_WHOLE("« %s » n'est pas un nombre entier de %s à %s.", "\"%s\" is not a whole number from %s to %s."),
    NOT_A_TRUTH("« %s » n'est ni true ni false.", "\"%s\" is neither true nor false."),
    NOT_A_CODE("« %s » n'est pas un code de « %s » ; codes : %s.", "\"%s\" is not a code of \"%s\"; codes: %s."),
    NOT_A_COUNTRY(
            "« %s » n'est pas un code de pays ISO 3166-1, comme ML.",
            "\"%s\" is not an ISO 3166-1 country code, such as ML."),
    NOT_A_STATE("« %s » n'est pas un État membre : ML, BF ou NE.", "\"%s\" is not a member State: ML, BF or NE."),
    NOT_A_DATASET(
            "« %s » n'est pas un identifiant de jeu de données, comme ML-DS-008.",
            "\"%s\" is not a dataset's identifier, such as ML-DS-008."),
    NOT_A_SITE(
            "« %s » n'est pas un identifiant de site, comme ML-BKO-1.",
            "\"%s\" is not a site's identifier, such as ML-BKO-1."),
    OTHER_STATE_S_NAME(
            "« %s » doit commencer par le code de son État, %s ; hors de la fédération, par XX.",
            "\"%s\" must begin with its State's code, %s; outside the federation, with XX."),
    REPEATED_ID(
            "« %s » est déjà décrit plus haut ; ôtez l'un des deux.", "\"%s\" is already described above; remove one."),
    UNKNOWN_SITE(
            "Le site « %s » n'est ni dans ce catalogue ni au registre ; décrivez-le sous « sites ».",
            "The site \"%s\" is neither in this catalogue nor in the registry; describe it under \"sites\".");

    private final String fr;
    private final String en;

    CatalogueMistake(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    @Override
    public Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
