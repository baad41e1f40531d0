package org.liptako.pki.enrolment;

import java.util.Optional;
import org.liptako.pki.evidence.Digest;

/** Where tickets wait for their token. */
public interface TicketStore {
    /**
     * Keeps a ticket until it is taken.
     *
     * @throws org.liptako.pki.issuing.IssuingException if it cannot be kept
     */
    void add(EnrolmentTicket ticket);

    /** Takes a ticket away; of several who ask for one at once, one gets it. Empty if there is none. */
    Optional<EnrolmentTicket> take(Digest token);
}
