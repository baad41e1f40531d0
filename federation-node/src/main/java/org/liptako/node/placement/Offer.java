package org.liptako.node.placement;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/**
 * What this State, as host, has offered to take.
 *
 * @param expires the first instant at which home may no longer grant over it
 * @param taken the grant and this State's acceptance of it, once it is journaled
 */
record Offer(
        State home,
        RequestId request,
        PlacementTerms terms,
        SignedStatement homeStatement,
        SignedStatement hostStatement,
        Instant expires,
        Optional<Taken> taken) {

    /** The grant that was accepted, and the acceptance. */
    record Taken(SignedStatement grant, SignedStatement acceptance) {}

    Offer taken(Taken now) {
        return new Offer(home, request, terms, homeStatement, hostStatement, expires, Optional.of(now));
    }
}
