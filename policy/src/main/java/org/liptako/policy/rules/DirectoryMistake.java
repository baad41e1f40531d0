package org.liptako.policy.rules;

import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.Mistake;

/** What may be wrong with a rules directory and its files as files. */
enum DirectoryMistake implements Mistake {
    NO_DIRECTORY(
            "Ce répertoire de règles n'existe pas : vérifiez le chemin.",
            "This rules directory does not exist: check the path."),
    UNREADABLE(
            "« %s » ne peut pas être lu : vérifiez les droits et les liens.",
            "\"%s\" cannot be read: check its permissions and links."),
    FOREIGN_FILE(
            "Ce fichier n'est ni de règles (.yaml, .yml), ni d'essais (.essais.yaml), ni un README : renommez-le ou ôtez-le.",
            "This file is neither rules (.yaml, .yml), nor scenarios (.essais.yaml), nor a README: rename it or take it out."),
    SCENARIO_NAME(
            "Un fichier d'essais se nomme « .essais.yaml » : renommez-le.",
            "A file of scenarios is named \".essais.yaml\": rename it."),
    FILE_TOO_LARGE(
            "Le fichier dépasse %d Mio : répartissez ses règles en plusieurs fichiers.",
            "The file is over %d MiB: spread its rules over several files."),
    DIRECTORY_TOO_LARGE(
            "Les fichiers de règles dépassent ensemble %d Mio : ôtez ce qui n'est pas de règles.",
            "The rule files are over %d MiB together: take out what is not rules."),
    TOO_MANY_FILES(
            "Le répertoire a plus de %d fichiers : ôtez ce qui n'est pas de règles.",
            "The directory has more than %d files: take out what is not rules."),
    TOO_MANY_RULES(
            "Le répertoire a plus de %d règles : réunissez ou retirez des règles.",
            "The directory has more than %d rules: merge or remove rules."),
    TOO_MANY_ERRORS(
            "Il y a encore %d erreurs : corrigez d'abord celles-ci.", "There are %d more errors: correct these first."),
    VOCABULARY("%s", "%s"),
    TWO_VOCABULARIES(
            "Il y a déjà un vocabulaire, « %s » : gardez-en un seul.",
            "There is a vocabulary already, \"%s\": keep one only."),
    JURISDICTION_MISSING(
            "Le recueil %s manque : ajoutez ses règles, ou un fichier qui dit « recueil: %s » et « regles: [] ».",
            "The jurisdiction %s is missing: add its rules, or a file that says \"recueil: %s\" and \"regles: []\".");

    private final String fr;
    private final String en;

    DirectoryMistake(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    @Override
    public Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
