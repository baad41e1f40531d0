package org.liptako.node.placement;

import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who act on grants, after the commit. */
final class GrantAnnouncer {
    private static final Logger LOG = LoggerFactory.getLogger(GrantAnnouncer.class);

    private final Supplier<? extends Collection<GrantListener>> listeners;
    private final Executor executor;

    /** @param listeners asked at each grant: those who listen may themselves need what makes grants */
    GrantAnnouncer(Supplier<? extends Collection<GrantListener>> listeners, Executor executor) {
        this.listeners = listeners;
        this.executor = executor;
    }

    void announce(AcceptedGrant grant) {
        for (GrantListener listener : listeners.get()) {
            executor.execute(() -> tell(listener, grant));
        }
    }

    private static void tell(GrantListener listener, AcceptedGrant grant) {
        try {
            listener.onAccepted(grant);
        } catch (RuntimeException e) {
            // The grant stands; it is announced again at the next start, and may be acted on by hand meanwhile.
            LOG.error("A listener failed on grant {}.", grant.serial(), e);
        }
    }
}
