package org.liptako.policy.yaml;

import org.liptako.policy.vocabulary.Bilingual;

/** What the YAML parser's own complaints come down to; it speaks English only, and to programmers. */
enum YamlProblem {
    TAB(
            "(TAB)",
            "une tabulation se trouve là où il faut des espaces, remplacez-la",
            "a tab stands where spaces are needed, replace it"),
    COLON(
            "mapping values are not allowed",
            "un « : » suivi d'un espace se trouve dans un texte sans guillemets, ou l'alinéa est faux ; mettez le texte entre guillemets ou corrigez l'alinéa",
            "a \":\" followed by a space stands in a text without quotes, or the indentation is wrong; quote the text or correct the indentation"),
    INDENT(
            "expected <block end>",
            "l'alinéa ne correspond pas à celui des lignes précédentes, alignez-le",
            "the indentation does not match the lines before, align it"),
    BRACKET(
            "expected ','",
            "une virgule, un « ] » ou un « } » manque avant ici, ajoutez-le",
            "a comma, a \"]\" or a \"}\" is missing before this, add it"),
    FLOW(
            "expected the node content",
            "une valeur manque ou un « ] » ou « } » est de trop, corrigez",
            "a value is missing, or a \"]\" or \"}\" is one too many, correct it"),
    KEY(
            "could not find expected ':'",
            "un « : » manque après la clé, ajoutez-le",
            "a \":\" is missing after the key, add it"),
    QUOTE(
            "found unexpected end of stream",
            "un guillemet ouvert n'est jamais fermé, fermez-le",
            "a quote is opened and never closed, close it"),
    ESCAPE(
            "found unknown escape character",
            "cette séquence d'échappement n'existe pas, doublez la barre oblique inverse ou mettez des guillemets simples",
            "there is no such escape sequence, double the backslash or use single quotes"),
    ALIAS_NAME(
            "while scanning an",
            "un texte qui commence par « * » ou « & » doit être entre guillemets",
            "a text that starts with \"*\" or \"&\" must be in quotes"),
    START(
            "cannot start any token",
            "aucune valeur ne peut commencer par ce caractère, mettez-la entre guillemets",
            "no value can start with this character, put it in quotes"),
    OTHER(
            "",
            "corrigez l'alinéa, les guillemets ou les crochets à cet endroit",
            "correct the indentation, the quotes or the brackets here");

    private final String sign;
    private final String fr;
    private final String en;

    YamlProblem(String sign, String fr, String en) {
        this.sign = sign;
        this.fr = fr;
        this.en = en;
    }

    static YamlProblem of(String problem) {
        for (YamlProblem one : values()) {
            if (problem.contains(one.sign)) {
                return one;
            }
        }
        return OTHER;
    }

    Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
