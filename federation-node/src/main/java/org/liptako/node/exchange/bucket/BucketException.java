package org.liptako.node.exchange.bucket;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;

/** The object store did not do what it was asked, or answered what cannot be right. Nothing that was sent counts as kept. */
public final class BucketException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;
    private final boolean passing;
    private final boolean loss;

    BucketException(Sentence sentence, boolean passing, @Nullable Throwable cause) {
        this(sentence, passing, false, cause);
    }

    public BucketException(String fr, String en) {
        this(new Sentence(fr, en), false, false, null);
    }

    private BucketException(Sentence sentence, boolean passing, boolean loss, @Nullable Throwable cause) {
        super(sentence.en(), cause);
        this.sentence = sentence;
        this.passing = passing;
        this.loss = loss;
    }

    /** An object that was there has other bytes now, or fewer. */
    static BucketException lost(String fr, String en) {
        return new BucketException(new Sentence(fr, en), false, true, null);
    }

    /** What, where, and how to mend it. */
    public Sentence sentence() {
        return sentence;
    }

    /** Whether bytes are lost; a refusal or a silence says nothing of them. */
    public boolean isLoss() {
        return loss;
    }

    /** Whether it may go by itself: an object store that is overloaded or cannot be reached now. */
    public boolean isPassing() {
        return passing;
    }
}
