package org.liptako.node.identity;

import java.util.concurrent.atomic.AtomicLong;

/** A number that moves when what is trusted changes: whatever was judged under an earlier one is judged again. */
public final class TrustEpoch {
    private final AtomicLong number = new AtomicLong();

    long number() {
        return number.get();
    }

    /** Says that what is trusted has changed. */
    public void advance() {
        number.incrementAndGet();
    }
}
