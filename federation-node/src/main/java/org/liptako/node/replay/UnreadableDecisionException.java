package org.liptako.node.replay;

import org.liptako.node.wire.Sentence;

/** What was given as a decision is none. */
public final class UnreadableDecisionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Sentence words;

    UnreadableDecisionException(Sentence words) {
        super(words.en());
        this.words = words;
    }

    /** What it is instead, or how it fails to be one. */
    public Sentence words() {
        return words;
    }
}
