package org.liptako.policy.rules;

import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.Mistake;

/** What may be wrong with the keys and values of a rule, its conditions apart. */
enum RuleMistake implements Mistake {
    UNKNOWN_KEY("La clé « %s » n'existe pas ici : %s", "There is no key \"%s\" here: %s"),
    DUPLICATE_KEY(
            "La clé « %s » est écrite deux fois, la première à la ligne %d : n'en gardez qu'une.",
            "The key \"%s\" is written twice, first on line %d: keep one only."),
    MISSING_KEY("La clé « %s » manque : ajoutez-la.", "The key \"%s\" is missing: add it."),
    NOT_A_FILE_OF_RULES(
            "Un fichier de règles est un groupe de deux clés : écrivez « recueil » et « regles ».",
            "A rule file is a map of two keys: write \"recueil\" and \"regles\"."),
    NOT_A_MAP(
            "« %s » doit être un groupe de clés : écrivez « clé: valeur », une par ligne ou entre accolades.",
            "\"%s\" must be a map: write \"key: value\", one a line or in braces."),
    NOT_A_LIST(
            "« %s » doit être une liste : mettez ses éléments entre crochets ou un par ligne après un tiret.",
            "\"%s\" must be a list: put its items in brackets, or one a line after a dash."),
    NOT_A_TEXT(
            "« %s » doit être un simple texte : remplacez cette liste ou ce groupe.",
            "\"%s\" must be a plain text: replace this list or map."),
    EMPTY_LIST(
            "La liste « %s » est vide : ajoutez-y un élément, ou supprimez la clé.",
            "The list \"%s\" is empty: add an item, or delete the key."),
    EMPTY_MAP(
            "Le groupe « %s » est vide : ajoutez-y une ligne, ou supprimez la clé.",
            "The map \"%s\" is empty: add a line, or delete the key."),
    EMPTY_TEXT(
            "« %s » est vide : écrivez sa valeur, ou supprimez la clé.",
            "\"%s\" is empty: write its value, or delete the key."),
    UNKNOWN_JURISDICTION(
            "Le recueil « %s » n'existe pas : écrivez ML, BF, NE ou AES.",
            "There is no jurisdiction \"%s\": write ML, BF, NE or AES."),
    ID_MALFORMED(
            "L'identifiant « %s » est mal écrit : n'employez que des caractères ASCII visibles, au plus %d.",
            "The id \"%s\" is malformed: use visible ASCII characters only, at most %d."),
    ID_OF_ANOTHER(
            "L'identifiant « %s » n'est pas de la forme « %s-… », du nom de son recueil : renommez la règle ou déplacez-la.",
            "The id \"%s\" is not of the form \"%s-…\", after its jurisdiction: rename the rule or move it."),
    DUPLICATE_ID(
            "L'identifiant « %s » est déjà celui d'une règle de %s : donnez-en un autre.",
            "The id \"%s\" is already that of a rule in %s: give another."),
    UNKNOWN_WORD(
            "« %s » n'est pas une valeur possible pour « %s » : %s", "\"%s\" is not a possible value for \"%s\": %s"),
    DEROGABLE_MISPLACED(
            "« derogeable » ne vaut que pour interdire et exiger : supprimez la clé, ou changez l'effet.",
            "\"derogeable\" is for interdire and exiger only: delete the key, or change the effect."),
    AES_PERMISSION(
            "Une règle de l'AES ne peut pas autoriser, seuls les États le peuvent : changez l'effet.",
            "An AES rule cannot permit (autoriser), only the States can: change the effect."),
    AES_CAPACITY(
            "« au_titre_de » n'a pas de sens dans une règle de l'AES : supprimez la clé.",
            "\"au_titre_de\" has no meaning in an AES rule: delete the key."),
    CONDITION_MISSING(
            "Une règle qui exige doit dire quoi : ajoutez « condition ».",
            "A rule that requires (exiger) must say what: add \"condition\"."),
    OBLIGATIONS_MISPLACED(
            "Une règle qui interdit n'a pas d'obligations : supprimez la clé, ou changez l'effet.",
            "A rule that bans (interdire) has no obligations: delete the key, or change the effect."),
    OBLIGATIONS_MISSING(
            "Une règle qui assortit doit dire de quoi : ajoutez « obligations ».",
            "A rule that only adds obligations (assortir) must name them: add \"obligations\"."),
    OBLIGATION_MALFORMED(
            "Le code d'obligation « %s » est mal écrit : employez des minuscules sans accent, des chiffres et « _ », au plus %d.",
            "The obligation code \"%s\" is malformed: use lower-case letters without accents, digits and \"_\", at most %d."),
    OBLIGATION_REPEATED(
            "L'obligation « %s » est écrite deux fois : n'en gardez qu'une.",
            "The obligation \"%s\" is written twice: keep one only."),
    OBLIGATION_UNKNOWN(
            "L'obligation « %s » n'a pas de libellé dans le vocabulaire : %s",
            "The obligation \"%s\" has no label in the vocabulary: %s"),
    DEROGATION_MISSING(
            "Une règle qui déroge doit dire à quoi : ajoutez « deroge_a ».",
            "A rule that lifts bans (deroger) must name them: add \"deroge_a\"."),
    DEROGATION_MISPLACED(
            "« deroge_a » ne vaut que pour deroger : supprimez la clé, ou changez l'effet.",
            "\"deroge_a\" is for deroger only: delete the key, or change the effect."),
    DEROGATION_UNKNOWN(
            "La règle « %s » à laquelle il est dérogé n'existe pas : %s",
            "The rule \"%s\" that this derogates from does not exist: %s"),
    DEROGATION_FOREIGN(
            "La règle « %s » est d'un autre recueil, on ne peut y déroger d'ici : nommez une règle de %s.",
            "The rule \"%s\" is of another jurisdiction and cannot be lifted from here: name a rule of %s."),
    DEROGATION_FROM_NO_BAN(
            "La règle « %s » n'interdit ni n'exige rien, on ne peut y déroger : nommez une règle qui interdit ou exige.",
            "The rule \"%s\" bans and requires nothing, so nothing can be lifted: name one that bans or requires."),
    DEROGATION_FROM_FIRM_BAN(
            "La règle « %s » est marquée « derogeable: non » : retirez-la de « deroge_a ».",
            "The rule \"%s\" is marked \"derogeable: non\": take it out of \"deroge_a\"."),
    DEROGATION_REPEATED(
            "La règle « %s » est nommée deux fois : n'en gardez qu'une.",
            "The rule \"%s\" is named twice: keep one only."),
    DATE_MALFORMED(
            "« %s » n'est pas une date : écrivez AAAA-MM-JJ, par exemple 2026-07-01.",
            "\"%s\" is not a date: write YYYY-MM-DD, such as 2026-07-01."),
    NO_SUCH_DAY(
            "Le jour %s n'existe pas au calendrier : corrigez le mois ou le jour.",
            "There is no day %s in the calendar: correct the month or the day."),
    YEAR_OUT_OF_RANGE(
            "L'année de %s sort de 1970 à 2199 : corrigez-la.", "The year of %s is outside 1970 to 2199: correct it."),
    ENDS_BEFORE_IT_STARTS(
            "La règle prend fin (au %s) avant de commencer (du %s) : corrigez l'une des dates.",
            "The rule ends (au %s) before it starts (du %s): correct one of the dates."),
    PERIODS_OVERLAP(
            "Deux périodes d'« en_vigueur » se chevauchent : vérifiez les dates.",
            "Two periods of \"en_vigueur\" overlap: check the dates.");

    private final String fr;
    private final String en;

    RuleMistake(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    @Override
    public Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
