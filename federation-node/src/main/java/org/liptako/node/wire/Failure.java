package org.liptako.node.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a room throws when it cannot, or will not, do what was asked: a code that programs read and a sentence that
 * people read.
 *
 * <p>The sentence leaves the node as it is, so it names what, which and the mend, and nothing secret. A cause stays in
 * the log. A <em>no</em> of the law is not a failure but a decision.
 */
public final class Failure extends RuntimeException {
    private final ErrorCode code;
    private final Sentence sentence;

    public Failure(ErrorCode code, Sentence sentence) {
        this(code, sentence, null);
    }

    public Failure(ErrorCode code, Sentence sentence, @Nullable Throwable cause) {
        super(code + ": " + sentence, cause);
        this.code = code;
        this.sentence = sentence;
    }

    /** Shorthand for {@code new Failure(code, new Sentence(fr, en))}. */
    public static Failure of(ErrorCode code, String fr, String en) {
        return new Failure(code, new Sentence(fr, en));
    }

    public ErrorCode code() {
        return code;
    }

    public Sentence sentence() {
        return sentence;
    }
}
