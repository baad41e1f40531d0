package org.liptako.pki.validation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.liptako.pki.name.Party;

/** What became of a chain: a party, or the reason why not. */
public sealed interface Validation {
    /**
     * The chain is good.
     *
     * @param party who it stands for
     * @param path the certificates that were used, from the leaf to the root
     * @param expiry when the first of them expires
     */
    record Accepted(Party party, List<X509Certificate> path, Instant expiry) implements Validation {
        public Accepted {
            path = List.copyOf(path);
        }
    }

    /**
     * The chain is refused.
     *
     * @param reason why, for programs and people
     * @param detail which certificate or rule, in English, for logs; never quotes a stranger's name
     */
    record Rejected(RejectionReason reason, String detail) implements Validation {
        @Override
        public String toString() {
            return reason + " (" + detail + ")";
        }
    }
}
