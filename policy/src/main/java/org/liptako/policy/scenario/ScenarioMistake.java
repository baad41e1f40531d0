package org.liptako.policy.scenario;

import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.Mistake;

/** What may be wrong in a file of scenarios. */
enum ScenarioMistake implements Mistake {
    NOT_A_FILE_OF_SCENARIOS(
            "Un fichier d'essais est un groupe de clés : écrivez « bases », « essais » ou « matrices ».",
            "A file of scenarios is a map: write \"bases\", \"essais\" or \"matrices\"."),
    UNKNOWN_FACT("Le fait « %s » n'est pas au vocabulaire : %s", "There is no fact \"%s\" in the vocabulary: %s"),
    FACT_REPEATED(
            "Le fait « %s » est donné deux fois : n'en gardez qu'un.",
            "The fact \"%s\" is given twice: keep one only."),
    UNKNOWN_BASE("La base « %s » n'existe pas : %s", "There is no base \"%s\": %s"),
    BASE_REPEATED(
            "La base « %s » existe déjà, dans %s : donnez un autre nom.",
            "The base \"%s\" exists already, in %s: give another name."),
    BASE_IN_A_CIRCLE(
            "La base « %s » hérite d'elle-même : ôtez-la de « herite » quelque part sur le chemin.",
            "The base \"%s\" inherits from itself: take it out of \"herite\" somewhere on the way."),
    UNKNOWN_VERDICT("« %s » n'est pas un verdict : %s", "\"%s\" is not a verdict: %s"),
    DATE_MALFORMED(
            "« %s » n'est pas une date : écrivez AAAA-MM-JJ, ou AAAA-MM-JJThh:mm:ssZ pour une heure précise.",
            "\"%s\" is not a date: write YYYY-MM-DD, or YYYY-MM-DDThh:mm:ssZ for a time of day."),
    DOCUMENT_REFUSED(
            "Les faits de cet essai ne font pas un document : %s", "The facts of this scenario make no document: %s"),
    ROW_MISSING(
            "La ligne « %s » n'a pas de verdicts : ajoutez-la sous « attendu ».",
            "The row \"%s\" has no verdicts: add it under \"attendu\"."),
    ROW_UNKNOWN("« %s » n'est pas une ligne de cette matrice : %s", "\"%s\" is not a row of this matrix: %s"),
    ROW_LENGTH(
            "La ligne « %s » a %d verdicts pour %d colonnes : écrivez-en un par colonne.",
            "The row \"%s\" has %d verdicts for %d columns: write one for each column."),
    TOO_MANY_SCENARIOS(
            "Il y a plus de %d essais : répartissez-les en plusieurs dossiers.",
            "There are more than %d scenarios: spread them over several directories.");

    private final String fr;
    private final String en;

    ScenarioMistake(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    @Override
    public Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
