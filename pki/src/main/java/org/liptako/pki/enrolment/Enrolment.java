package org.liptako.pki.enrolment;

import java.security.cert.X509Certificate;
import java.util.List;
import org.liptako.pki.name.Party;

/** What comes of a request. */
public sealed interface Enrolment {
    /**
     * A certificate was issued.
     *
     * @param party whose it is
     * @param chain leaf first, without the root
     */
    record Issued(Party party, List<X509Certificate> chain) implements Enrolment {
        public Issued {
            chain = List.copyOf(chain);
        }
    }

    /** A no. */
    record Refused(EnrolmentRefusal reason) implements Enrolment {}
}
