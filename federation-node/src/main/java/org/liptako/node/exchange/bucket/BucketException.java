package org.liptako.node.exchange.bucket;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;

/** The object store did not do what it was asked, or answered what cannot be right. Nothing that was sent counts as kept. */
public final class BucketException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;
    private final boolean passing;

    BucketException(Sentence sentence, boolean passing, @Nullable Throwable cause) {
        super(sentence.en(), cause);
        this.sentence = sentence;
        this.passing = passing;
    }

    public BucketException(String fr, String en) {
        super(en);
        this.sentence = new Sentence(fr, en);
        this.passing = false;
    }

    /** What, where, and how to mend it. */
    public Sentence sentence() {
        return sentence;
    }

    /** Whether it may go by itself: an object store that is overloaded or cannot be reached now. */
    public boolean isPassing() {
        return passing;
    }
}
