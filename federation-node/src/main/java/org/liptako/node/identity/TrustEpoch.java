package org.liptako.node.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A number that moves when what is trusted changes: whatever was judged under an earlier one is judged again. */
public final class TrustEpoch {
    private static final Logger LOG = LoggerFactory.getLogger(TrustEpoch.class);

    private final AtomicLong number = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    long number() {
        return number.get();
    }

    /** Says that what is trusted has changed; when this returns, whoever listens has judged again. */
    public void advance() {
        number.incrementAndGet();
        listeners.forEach(TrustEpoch::tell);
    }

    /** Whatever becomes of one, the others hear. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException failed) {
            LOG.error("Something could not be judged again as what is trusted changed.", failed);
        }
    }

    /** Has something judged again after each change, in the thread of the change. */
    public void onAdvance(Runnable listener) {
        listeners.add(listener);
    }
}
