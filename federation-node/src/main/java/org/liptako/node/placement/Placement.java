package org.liptako.node.placement;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/**
 * A binding request of this State, as it stands.
 *
 * @param requester who asked, as this node identified them
 * @param site the data centre that the requester acts for
 * @param host the other member State concerned; empty where there is none
 * @param grant the statement of context {@code placement-grant}, once it is journaled
 * @param acceptance the host's, once it has answered
 */
record Placement(
        RequestId request,
        String requester,
        SiteId site,
        PlacementTerms terms,
        Optional<State> host,
        Standing standing,
        Instant askedAt,
        Optional<Ruling> ruling,
        Optional<SignedStatement> grant,
        Optional<SignedStatement> acceptance) {

    PlacementState state() {
        return standing.state();
    }

    Parties parties(State home) {
        return new Parties(home, host);
    }

    Placement standing(Standing now) {
        return new Placement(request, requester, site, terms, host, now, askedAt, ruling, grant, acceptance);
    }

    Placement ruled(Ruling last) {
        return new Placement(
                request, requester, site, terms, host, standing, askedAt, Optional.of(last), grant, acceptance);
    }

    Placement granted(Optional<SignedStatement> statement) {
        return new Placement(
                request, requester, site, terms, host, standing, askedAt, ruling, statement, Optional.empty());
    }

    Placement accepted(SignedStatement statement) {
        return new Placement(
                request, requester, site, terms, host, standing, askedAt, ruling, grant, Optional.of(statement));
    }
}
