package org.liptako.node.placement;

import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.liptako.node.journal.witness.Witnessing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who act on grants, after the commit; of a grant between States, once the journal that bears it is witnessed. */
final class GrantAnnouncer {
    private static final Logger LOG = LoggerFactory.getLogger(GrantAnnouncer.class);

    private final Supplier<? extends Collection<GrantListener>> listeners;
    private final Executor executor;
    private final Witnessing witnesses;

    /** @param listeners asked at each grant: those who listen may themselves need what makes grants */
    GrantAnnouncer(Supplier<? extends Collection<GrantListener>> listeners, Executor executor, Witnessing witnesses) {
        this.listeners = listeners;
        this.executor = executor;
        this.witnesses = witnesses;
    }

    void announce(AcceptedGrant grant) {
        for (GrantListener listener : listeners.get()) {
            executor.execute(() -> tell(listener, grant));
        }
    }

    private void tell(GrantListener listener, AcceptedGrant grant) {
        try {
            if (grant.isBetweenStates()) {
                witnesses.untilWitnessed();
            }
            listener.onAccepted(grant);
        } catch (InterruptedException e) {
            // The node stops; the grant is announced again at the next start.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The grant stands; it is announced again at the next start, and may be acted on by hand meanwhile.
            LOG.error("A listener failed on grant {}.", grant.serial(), e);
        }
    }
}
