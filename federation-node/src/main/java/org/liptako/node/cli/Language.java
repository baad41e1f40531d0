package org.liptako.node.cli;

import java.util.Locale;

/** The language of what a person reads on the terminal. */
public enum Language {
    FRENCH,
    ENGLISH;

    /** The language of the terminal's locale: French where it says so, English anywhere else. */
    public static Language ofTerminal() {
        return Locale.getDefault().getLanguage().equals("fr") ? FRENCH : ENGLISH;
    }

    /** The locale for numbers. */
    public Locale locale() {
        return switch (this) {
            case FRENCH -> Locale.FRANCE;
            case ENGLISH -> Locale.ENGLISH;
        };
    }

    /** The one of two wordings of a sentence that is in this language. */
    public String choose(String french, String english) {
        return switch (this) {
            case FRENCH -> french;
            case ENGLISH -> english;
        };
    }
}
