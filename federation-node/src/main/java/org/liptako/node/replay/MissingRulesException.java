package org.liptako.node.replay;

import org.liptako.node.wire.Sentence;

/** The rules that a decision was made under are not to be had. */
public final class MissingRulesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Sentence words;

    MissingRulesException(Sentence words) {
        super(words.en());
        this.words = words;
    }

    /** Which, and where they may be. */
    public Sentence words() {
        return words;
    }
}
