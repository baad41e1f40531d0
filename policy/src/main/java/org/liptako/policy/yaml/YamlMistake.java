package org.liptako.policy.yaml;

import org.liptako.policy.vocabulary.Bilingual;

/** What may be wrong with a file before its keys and values are looked at. */
public enum YamlMistake implements Mistake {
    NOT_UTF_8(
            "Le fichier n'est pas de l'UTF-8 valide à cet endroit : enregistrez-le en UTF-8.",
            "The file is not valid UTF-8 here: save it as UTF-8."),
    UTF_16(
            "Le fichier est en UTF-16 (« Unicode » dans certains éditeurs) : enregistrez-le en UTF-8.",
            "The file is in UTF-16 (\"Unicode\" in some editors): save it as UTF-8."),
    OTHER_FORMAT(
            "Ce n'est pas du texte mais %s : copiez-en le texte dans un fichier en UTF-8, ou écrivez la règle par « liptako rules new ».",
            "This is no text but %s: copy its text into a file in UTF-8, or write the rule by \"liptako rules new\"."),
    BYTE_ORDER_MARK(
            "Le fichier commence par une marque d'ordre des octets (BOM) : enregistrez-le en UTF-8 sans BOM.",
            "The file starts with a byte order mark (BOM): save it as UTF-8 without BOM."),
    UNPRINTABLE(
            "Le caractère de contrôle U+%s est interdit : supprimez-le.",
            "The control character U+%s is not allowed: delete it."),
    EMPTY_FILE(
            "Le fichier est vide : écrivez-y « recueil » et « regles », ou supprimez-le.",
            "The file is empty: write \"recueil\" and \"regles\" in it, or delete it."),
    NOT_YAML("Ce n'est pas du YAML valide à partir d'ici : %s.", "This is not valid YAML from here on: %s."),
    SEVERAL_DOCUMENTS(
            "Un second document YAML commence ici : mettez-le dans un autre fichier.",
            "A second YAML document starts here: put it in another file."),
    DIRECTIVE(
            "Les directives YAML (%%YAML autre que 1.2, %%TAG) ne sont pas admises : supprimez la ligne.",
            "YAML directives (%%YAML other than 1.2, %%TAG) are not allowed: delete the line."),
    ALIAS(
            "L'alias « *%s » n'est pas admis : recopiez ce qu'il désigne.",
            "The alias \"*%s\" is not allowed: write out what it stands for."),
    ANCHOR("L'ancre « &%s » n'est pas admise : supprimez-la.", "The anchor \"&%s\" is not allowed: delete it."),
    TAG("L'étiquette de type « %s » n'est pas admise : supprimez-la.", "The tag \"%s\" is not allowed: delete it."),
    MERGE_KEY(
            "La clé de fusion « << » n'est pas admise : recopiez les clés qu'elle apporte.",
            "The merge key \"<<\" is not allowed: write out the keys that it brings."),
    KEY_NOT_TEXT(
            "Une clé doit être un simple texte : remplacez cette liste ou ce groupe.",
            "A key must be a plain text: replace this list or map."),
    HALF_CHARACTER(
            "Le texte contient une moitié de paire de substitution : écrivez le caractère entier.",
            "The text has half of a surrogate pair: write the whole character."),
    TYPOGRAPHIC_QUOTES(
            "Les guillemets typographiques %s %s font ici partie de la valeur : remplacez-les par des guillemets droits (\"), ou mettez le tout entre guillemets droits s'ils doivent y rester.",
            "The typographic quotes %s %s are part of the value here: replace them by straight ones (\"), or put all of it in straight quotes if they are to stay."),
    TOO_DEEP("Plus de %d niveaux sont imbriqués ici : simplifiez.", "More than %d levels are nested here: simplify."),
    TOO_MANY_NODES(
            "Le fichier a plus de %d éléments : répartissez-le en plusieurs fichiers.",
            "The file has more than %d elements: spread it over several files.");

    private final String fr;
    private final String en;

    YamlMistake(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    @Override
    public Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
