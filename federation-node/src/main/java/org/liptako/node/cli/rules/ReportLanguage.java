package org.liptako.node.cli.rules;

import java.util.function.Function;
import org.liptako.policy.vocabulary.Bilingual;

/** The language of a report that is kept or handed on, whatever the terminal's is. */
enum ReportLanguage {
    FR,
    EN;

    /** The text of the two that is in this language. */
    Function<Bilingual, String> chosen() {
        return switch (this) {
            case FR -> Bilingual::fr;
            case EN -> Bilingual::en;
        };
    }
}
