package org.liptako.policy.yaml;

import org.liptako.policy.vocabulary.Bilingual;

/** A kind of mistake in a file; its sentence says what is wrong and how to mend it. Kinds are the constants of enums. */
public interface Mistake {

    /** The constant's name, which does not change when the sentence does. */
    String name();

    /** The sentence, with {@code %s} where {@link Bilingual#with} puts what was found. */
    Bilingual wording();
}
