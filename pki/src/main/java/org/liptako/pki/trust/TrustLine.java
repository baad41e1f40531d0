package org.liptako.pki.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The trust states that a node has held, oldest first. Immutable.
 *
 * <p>A new trust state does not unsay what was signed under an earlier one: a signature is judged by the trust state of its time.
 */
public record TrustLine(List<TrustState> states) {
    public TrustLine {
        states = List.copyOf(states);
    }

    /** The trust state that another has followed since, and that was the newest at that time; the first one for all that was before it. */
    Optional<TrustState> formerAt(Instant at) {
        return states.stream()
                .filter(state -> !state.issuedAt().isAfter(at))
                .reduce((earlier, later) -> later)
                .or(() -> states.stream().findFirst())
                .filter(state -> state.number() != states.getLast().number());
    }

    /** Every standing in which a State CA was ever put but a good one: a later trust state may name it no longer. */
    Stream<AuthorityStatus> revoked() {
        return states.stream()
                .flatMap(state -> state.revocations().authorities().stream())
                .filter(authority -> !authority.isGood());
    }
}
