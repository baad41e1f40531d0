package org.liptako.pki.trust;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.liptako.pki.profile.RevocationReason;

/** Whether a State CA is believed. */
public sealed interface Standing {
    /** It is. */
    record Good() implements Standing {}

    /**
     * It is not, and nothing beneath it is.
     *
     * @param reason why, as in a revocation list
     * @param since from when on, in whole seconds
     */
    record Revoked(RevocationReason reason, Instant since) implements Standing {
        public Revoked {
            if (!since.equals(since.truncatedTo(ChronoUnit.SECONDS))) {
                throw new IllegalArgumentException("The time of a revocation is in whole seconds.");
            }
        }
    }
}
