package org.liptako.node.wire;

import java.util.regex.Pattern;

/**
 * The words for a broken limit: which field, what was found, what is allowed.
 *
 * @param prefix the path of the message that the field is of, put together with it only where a limit is broken
 * @param index of an item in a list; below 0 for a field that is none
 */
record Breach(String prefix, String field, int index) {
    private static final int SHOWN = 40;

    static Sentence missing(String path) {
        return new Sentence("Le champ " + path + " est obligatoire.", "Field " + path + " is required.");
    }

    static Sentence blank(String path) {
        return new Sentence(
                "Le champ " + path + " ne contient que des blancs ; écrivez ce qu'il doit dire.",
                "Field " + path + " holds nothing but blanks; write what it is to say.");
    }

    static Sentence items(String path, int found, int most) {
        return new Sentence(
                "Le champ " + path + " a " + found + " éléments ; le maximum est " + most + ".",
                "Field " + path + " has " + found + " items; the most is " + most + ".");
    }

    Sentence length(int found, int most) {
        return sentence(
                "a " + found + " caractères ; le maximum est " + most + ".",
                "has " + found + " characters; the most is " + most + ".");
    }

    Sentence bytes(int found, int most) {
        return sentence(
                "a " + found + " octets ; le maximum est " + most + ".",
                "has " + found + " bytes; the most is " + most + ".");
    }

    Sentence pattern(String found, Pattern pattern) {
        String shown = Printable.line(found, SHOWN);
        return sentence(
                "vaut « " + shown + " », qui ne suit pas le modèle " + pattern + ".",
                "is \"" + shown + "\", which does not match " + pattern + ".");
    }

    Sentence choice(int found) {
        return sentence(
                "vaut " + found + ", que cette version ne connaît pas.",
                "is " + found + ", which this version does not know.");
    }

    Sentence least(String found, long least) {
        return sentence(
                "vaut " + found + " ; le minimum est " + least + ".", "is " + found + "; the least is " + least + ".");
    }

    Sentence most(String found, long most) {
        return sentence(
                "vaut " + found + " ; le maximum est " + most + ".", "is " + found + "; the most is " + most + ".");
    }

    private Sentence sentence(String fr, String en) {
        String name = index < 0 ? prefix + field : prefix + field + "[" + index + "]";
        return new Sentence("Le champ " + name + " " + fr, "Field " + name + " " + en);
    }
}
