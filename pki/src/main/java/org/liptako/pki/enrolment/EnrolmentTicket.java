package org.liptako.pki.enrolment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Party;

/**
 * What one token is good for.
 *
 * @param token the token's digest
 * @param party whose certificate it gives
 * @param expiry when it is good for nothing, in whole seconds
 */
public record EnrolmentTicket(Digest token, Party party, Instant expiry) {
    public EnrolmentTicket {
        expiry = expiry.truncatedTo(ChronoUnit.SECONDS);
    }

    boolean isGoodAt(Instant now) {
        return now.isBefore(expiry);
    }
}
