package org.liptako.node.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Faults;
import org.liptako.node.wire.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds this State's journal while its database is known to be older than what was signed of it: nothing is appended, nothing signed, nobody else's journal witnessed; reading goes on. Thread-safe.
 *
 * <p>While that is neither known nor denied by any other State it is doubted: no checkpoint is signed, and all else goes on.
 */
public final class JournalHold {
    private static final Logger LOG = LoggerFactory.getLogger(JournalHold.class);

    private final List<Runnable> waiting = new ArrayList<>();
    private volatile @Nullable Sentence why;
    private volatile boolean doubted;

    /** Why the journal is held; empty if it is not. */
    public Optional<Sentence> why() {
        return Optional.ofNullable(why);
    }

    /** Holds it, or says better why. */
    public void hold(Sentence words) {
        synchronized (waiting) {
            why = words;
        }
    }

    /** No checkpoint is signed until another State has said how far it knows this journal. */
    public void doubt() {
        doubted = true;
    }

    /** Another State has said how far it knows this journal, and all of that is here. */
    public void believe() {
        doubted = false;
    }

    /** Whether no other State has said yet how far it knows this journal. */
    public boolean isDoubted() {
        return doubted;
    }

    /** Whether a checkpoint may be signed. */
    public boolean maySign() {
        return why == null && !doubted;
    }

    /** Lets it go on, and does what has waited for that. */
    public void release() {
        List<Runnable> acts;
        synchronized (waiting) {
            why = null;
            acts = List.copyOf(waiting);
            waiting.clear();
        }
        acts.forEach(JournalHold::act);
    }

    /** Does this now, or where the journal is held, in the thread that lets it go on; what fails there is logged. */
    public void whenFree(Runnable act) {
        synchronized (waiting) {
            if (why != null) {
                waiting.add(act);
                return;
            }
        }
        act.run();
    }

    private static void act(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            Faults.error(LOG, e, "What waited for the journal to go on failed; the next start does it.");
        }
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
