package org.liptako.policy.rules;

import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.Mistake;

/** What may be wrong with {@code champ} and {@code condition}. */
enum ConditionMistake implements Mistake {
    UNKNOWN_FACT("Le fait « %s » n'est pas au vocabulaire : %s", "There is no fact \"%s\" in the vocabulary: %s"),
    UNKNOWN_VALUE(
            "« %s » n'est pas une valeur possible pour « %s » : %s", "\"%s\" is not a possible value for \"%s\": %s"),
    NOT_A_COUNTRY(
            "« %s » n'est pas un code de pays : écrivez un code ISO 3166-1 de deux lettres majuscules, par exemple ML.",
            "\"%s\" is not a country code: write an ISO 3166-1 code of two capital letters, such as ML."),
    NEVER_A_MEMBER_STATE(
            "« %s » n'est jamais « %s », qui est toujours un État membre : vérifiez le code.",
            "\"%s\" is never \"%s\", which is always a member State: check the code."),
    NOT_A_NUMBER(
            "« %s » n'est pas un nombre entier : écrivez des chiffres seulement, sans zéro de tête ni décimale.",
            "\"%s\" is not a whole number: write digits only, without leading zero or decimals."),
    NUMBER_OUT_OF_RANGE(
            "%s sort des bornes de « %s » : écrivez un nombre de %d à %d.",
            "%s is outside the range of \"%s\": write a number from %d to %d."),
    UNKNOWN_SPACE("L'espace « %s » n'est pas au vocabulaire : %s", "There is no space \"%s\" in the vocabulary: %s"),
    NOTHING_SAID(
            "Rien n'est dit du fait « %s » : ajoutez est, parmi, uniquement, au_moins, au_plus, egale ou dans.",
            "Nothing is said of the fact \"%s\": add est, parmi, uniquement, au_moins, au_plus, egale or dans."),
    FORMS_MIXED(
            "« %s » et « %s » ne vont pas dans une même condition : faites-en deux sous « tous » ou « un_de ».",
            "\"%s\" and \"%s\" do not go into one condition: make two of them under \"tous\" or \"un_de\"."),
    ONLY_OF_A_SET(
            "« uniquement » ne vaut que pour un ensemble, et « %s » n'en est pas un : employez « est » ou « parmi ».",
            "\"uniquement\" is for sets only, and \"%s\" is not one: use \"est\" or \"parmi\"."),
    BOUND_WITHOUT_ORDER(
            "« %s » ne vaut que pour un fait ordonné ou un nombre, et « %s » n'est ni l'un ni l'autre : employez « est » ou « parmi ».",
            "\"%s\" is for ordered facts and numbers only, and \"%s\" is neither: use \"est\" or \"parmi\"."),
    NOT_COMPARABLE(
            "« %s » et « %s » n'ont pas les mêmes valeurs possibles : comparez deux faits de même type.",
            "\"%s\" and \"%s\" do not have the same possible values: compare two facts of the same type."),
    NO_COUNTRY_FACT(
            "« dans » ne vaut que pour un pays, et « %s » n'en est pas un : employez « est » ou « parmi ».",
            "\"dans\" is for countries only, and \"%s\" is not one: use \"est\" or \"parmi\"."),
    TOO_NESTED(
            "Plus de %d conditions sont imbriquées ici : aplatissez, ou faites deux règles.",
            "More than %d conditions are nested here: flatten them, or make two rules."),
    TOO_MANY_FORMS(
            "La règle a plus de %d conditions, lignes de « champ » comprises : faites-en deux règles.",
            "The rule has more than %d conditions, lines of \"champ\" included: make two rules of it."),
    EMPTY_RANGE(
            "Aucune valeur de « %s » n'est entre ces bornes : vérifiez-les.",
            "No value of \"%s\" is between these bounds: check them."),
    VALUE_REPEATED("« %s » est écrit deux fois : vérifiez la liste.", "\"%s\" is written twice: check the list.");

    private final String fr;
    private final String en;

    ConditionMistake(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    @Override
    public Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
