package org.liptako.node.journal.event;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an operator looked at of one medium, and what came of it, in their words.
 *
 * @param lookedAt which volumes, tapes or arrays; where there are none, that there are none
 * @param found what of the copy was there; null for nothing
 * @param done what was done about it; null exactly if nothing was found
 * @param by when that is, or will be, done; null exactly if nothing was found
 */
public record ErasureLookup(
        ErasureMedium medium,
        String lookedAt,
        @Nullable String found,
        @Nullable String done,
        @Nullable LocalDate by) {
    public static final int LONGEST_WORDS = 500;

    /** @throws IllegalArgumentException if words are missing, too long or not on one line, or a find without an end */
    public ErasureLookup {
        Objects.requireNonNull(medium, "medium");
        checkWords("lookedAt", lookedAt, LONGEST_WORDS);
        if ((found == null) != (done == null) || (found == null) != (by == null)) {
            throw new IllegalArgumentException("What was found, what was done and by when go together.");
        }
        if (found != null && done != null) {
            checkWords("found", found, LONGEST_WORDS);
            checkWords("done", done, LONGEST_WORDS);
        }
    }

    static void checkWords(String field, String words, int most) {
        if (words.isBlank() || words.length() > most || words.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + " is 1 to " + most + " characters on one line.");
        }
    }
}
