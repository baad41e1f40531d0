package org.liptako.pki.trust;

/** What became of a trust state that was offered. */
public sealed interface Acceptance {
    /** It is the newest now. */
    record Accepted(HeldTrustState held) implements Acceptance {}

    /** It is the one that is held already. */
    record AlreadyHeld(long number) implements Acceptance {}

    /**
     * It is refused, and the newest good one is kept.
     *
     * @param refusal why, for programs and people
     * @param detail numbers and reasons, in English, for logs; never quotes a stranger's text
     */
    record Refused(TrustRefusal refusal, String detail) implements Acceptance {
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
