package org.liptako.node.placement;

import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;

/** A statement of another State's node that is not taken: forged, of another kind, or on what that State has no say in. */
public final class RefusedStatementException extends RuntimeException {
    private final transient Sentence words;

    RefusedStatementException(String fr, String en) {
        this(fr, en, null);
    }

    RefusedStatementException(String fr, String en, @Nullable Throwable cause) {
        super(en, cause);
        this.words = new Sentence(fr, en);
    }

    /** Why it is not taken. */
    public Sentence words() {
        return words;
    }
}
