package org.liptako.policy.rules;

import java.util.List;
import java.util.function.Supplier;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Nearest;

/**
 * The end of a sentence about a word that does not exist: what was probably meant, or what there is. It is worked out
 * only when the sentence is said: guessing is slow, and a hostile file may have millions of words that do not exist.
 */
public record Hint(String written, Supplier<List<String>> choices) {

    private static final int MOST_GUESSED_FROM = 2_000;
    private static final int MOST_LISTED = 24;

    private static final Bilingual DID_YOU_MEAN = new Bilingual("vouliez-vous dire « %s » ?", "did you mean \"%s\"?");
    private static final Bilingual CHOOSE = new Bilingual("choisissez parmi %s.", "choose one of %s.");
    private static final Bilingual LOOK_IT_UP = new Bilingual("cherchez-le dans sa liste.", "look it up in its list.");

    /** For somebody who wrote the code of a facts document, and is better helped by its word than by the nearest one. */
    static Bilingual didYouMean(String word) {
        return DID_YOU_MEAN.with(word);
    }

    /** The words that end the sentence. */
    public Bilingual wording() {
        List<String> there = choices.get();
        if (there.size() > MOST_GUESSED_FROM) {
            return LOOK_IT_UP;
        }
        return Nearest.to(written, there).map(Hint::didYouMean).orElseGet(() -> chooseFrom(there));
    }

    private static Bilingual chooseFrom(List<String> there) {
        return there.isEmpty() || there.size() > MOST_LISTED ? LOOK_IT_UP : CHOOSE.with(String.join(", ", there));
    }
}
