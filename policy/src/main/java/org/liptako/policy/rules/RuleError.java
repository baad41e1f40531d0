package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.Place;

/**
 * Something wrong, or worth a warning, in a rules directory.
 *
 * @param code the kind of mistake, which does not change when its sentence does
 * @param file relative to the rules directory, with {@code /}; {@code .} for the directory itself
 * @param wording one sentence: what is wrong and how to mend it
 */
public record RuleError(String code, String file, Place place, Bilingual wording) {

    static final Comparator<RuleError> ORDER = Comparator.comparing(RuleError::file)
            .thenComparing(RuleError::place)
            .thenComparing(RuleError::code);

    public RuleError {
        requireNonNull(code, "code is null");
        requireNonNull(file, "file is null");
        requireNonNull(place, "place is null");
        requireNonNull(wording, "wording is null");
    }

    /** {@code file:line:column}. */
    public String where() {
        return file + ":" + place;
    }
}
