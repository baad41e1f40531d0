package org.liptako.pki.trust;

import java.math.BigInteger;

/** What became of a revocation list that was offered. */
public sealed interface ListAcceptance {
    /** It is the newest of its issuer now. */
    record Accepted(HeldList held) implements ListAcceptance {}

    /** It is the one that is held already. */
    record AlreadyHeld(BigInteger number) implements ListAcceptance {}

    /**
     * It is refused, and the newest good one is kept.
     *
     * @param refusal why, for programs and people
     * @param detail numbers and reasons, in English, for logs; never quotes a stranger's text
     */
    record Refused(ListRefusal refusal, String detail) implements ListAcceptance {
        /** One line in French. */
        public String french() {
            return refusal.french() + " [" + detail + "]";
        }

        /** One line in English. */
        public String english() {
            return refusal.english() + " [" + detail + "]";
        }
    }
}
