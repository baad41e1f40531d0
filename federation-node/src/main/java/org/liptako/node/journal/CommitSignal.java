package org.liptako.node.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes those who wait for new entries once these are committed.
 *
 * <p>A hint and no more: entries committed by another process of the same State give no signal, so who listens also looks from time to time. Thread-safe.
 */
final class CommitSignal {
    private static final Logger LOG = LoggerFactory.getLogger(CommitSignal.class);

    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();

    /** Calls the listener after each commit; running what this returns ends that. */
    Runnable listen(Consumer<State> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void fire(State state) {
        for (Consumer<State> listener : listeners) {
            try {
                listener.accept(state);
            } catch (RuntimeException e) {
                // The entry is committed whatever a listener makes of it.
                LOG.warn("A listener failed on a new entry of {}.", state, e);
            }
        }
    }
}
