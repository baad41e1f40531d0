package org.liptako.node.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;

/**
 * Holds this State's journal while its database is known to be older than what was signed of it: nothing is appended, nothing signed, nobody else's journal witnessed; reading goes on. Thread-safe.
 */
public final class JournalHold {
    private volatile @Nullable Sentence why;

    /** Why the journal is held; empty if it is not. */
    public Optional<Sentence> why() {
        return Optional.ofNullable(why);
    }

    /** Holds it, or says better why. */
    public void hold(Sentence words) {
        why = words;
    }

    /** Lets it go on. */
    public void release() {
        why = null;
    }

    /**
     * Before anything is appended or signed.
     *
     * @throws Failure NOT_READY while the journal is held
     */
    public void mustBeFree() {
        Sentence words = why;
        if (words != null) {
            throw new Failure(ErrorCode.NOT_READY, words);
        }
    }
}
