package org.liptako.node.registry;

import org.liptako.policy.vocabulary.Vocabulary;

/** The vocabulary in which the registry takes what people record: that of the rules in force, so that what is recorded can be judged. */
@FunctionalInterface
public interface WordsInUse {
    /** It may be a newer one at the next call. */
    Vocabulary now();
}
