package org.liptako.node.placement;

import java.util.Optional;
import org.liptako.node.journal.event.Country;
import org.liptako.pki.name.State;

/**
 * The States that a placement concerns.
 *
 * @param home the State whose data it is
 * @param host another member State on whose soil the target is; empty on home's own soil and outside the federation
 */
public record Parties(State home, Optional<State> host) {

    public static Parties of(State home, Country target) {
        return new Parties(home, target.member().filter(state -> state != home));
    }

    /** Who has the last word on the facts of the target: its State, or home for a place outside the federation. */
    public State target() {
        return host.orElse(home);
    }

    boolean include(State state) {
        return state == home || state == target();
    }
}
