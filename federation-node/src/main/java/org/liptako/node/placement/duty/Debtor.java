package org.liptako.node.placement.duty;

import java.util.Optional;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Who owes a duty: the operators of a data centre, or the legal officers of a State.
 *
 * @param site empty for the officers
 */
public record Debtor(State state, Optional<SiteId> site) {

    static Debtor officers(State state) {
        return new Debtor(state, Optional.empty());
    }

    /** The role in which a person discharges it. */
    Role role() {
        return site.isPresent() ? Role.OPERATOR : Role.OFFICER;
    }

    /** The debtor in words. */
    public Sentence words() {
        return site.map(at -> new Sentence("l'exploitant de " + at, "the operator of " + at))
                .orElseGet(() -> new Sentence(
                        "les juristes de l'État " + state.french(), "the legal officers of " + state.english()));
    }
}
