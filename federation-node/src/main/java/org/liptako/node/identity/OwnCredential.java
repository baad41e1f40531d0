package org.liptako.node.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.liptako.pki.issuing.Credential;

/**
 * The node's key and chain as they are now: a node's certificate lives a day, and is renewed while the node runs.
 *
 * <p>Whoever signs or connects asks at each use. Safe for use by many threads.
 */
public final class OwnCredential {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Credential current;

    OwnCredential(Credential first) {
        this.current = first;
    }

    public Credential current() {
        return current;
    }

    /** Has something done after each renewal, in the thread of the renewal. */
    public void onRenewed(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes a renewed credential, which the caller has validated. */
    void replace(Credential renewed) {
        current = renewed;
        listeners.forEach(Runnable::run);
    }
}
