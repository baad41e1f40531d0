package org.liptako.node.peer;

import org.liptako.pki.enrolment.RenewalRequest;

/** Whoever certifies this node's next key: its own desk, or the node of its State that has one. */
interface LeafAuthority {
    /** Takes what is trusted by now, as far as this authority knows it; silent where it cannot be reached. */
    void catchUp();

    /** Asks for the certificate of a fresh key. */
    RenewalAnswer renew(RenewalRequest request);
}
