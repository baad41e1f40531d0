package org.liptako.pki.enrolment;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

/**
 * The authorities of one State that a desk issues from.
 *
 * @param state the State; nobody else's parties are served
 * @param current which CA issues for each authority that is served here
 * @param former CA certificates that issued before, whose leaves may still be renewed
 */
public record StateAuthorities(
        State state, Zone zone, Map<Authority, Credential> current, List<X509Certificate> former) {
    public StateAuthorities {
        current = Map.copyOf(current);
        former = List.copyOf(former);
    }

    Optional<Credential> authorityFor(Party party) {
        return party.state() == state
                ? Optional.ofNullable(current.get(party.role().authority()))
                : Optional.empty();
    }
}
