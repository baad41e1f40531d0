package org.liptako.policy.rules;

import java.util.Collection;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Nearest;

/** The end of a sentence about a word that does not exist: what was probably meant, or what there is. */
final class Hint {

    private static final int MOST_CHOICES = 24;

    private static final Bilingual DID_YOU_MEAN = new Bilingual("vouliez-vous dire « %s » ?", "did you mean \"%s\"?");
    private static final Bilingual CHOOSE = new Bilingual("choisissez parmi %s.", "choose one of %s.");
    private static final Bilingual LOOK_IT_UP = new Bilingual("cherchez-le dans sa liste.", "look it up in its list.");

    private Hint() {}

    static Bilingual to(String written, Collection<String> choices) {
        return Nearest.to(written, choices).map(Hint::didYouMean).orElseGet(() -> chooseFrom(choices));
    }

    static Bilingual didYouMean(String word) {
        return DID_YOU_MEAN.with(word);
    }

    private static Bilingual chooseFrom(Collection<String> choices) {
        return choices.isEmpty() || choices.size() > MOST_CHOICES
                ? LOOK_IT_UP
                : CHOOSE.with(String.join(", ", choices));
    }
}
