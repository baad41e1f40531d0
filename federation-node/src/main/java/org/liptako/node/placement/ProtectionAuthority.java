package org.liptako.node.placement;

import java.util.Optional;
import org.liptako.pki.name.State;

/** The data protection authority of each member State; its name is the last part of the fact {@code authorisation.X}. */
enum ProtectionAuthority {
    APDP(State.ML),
    CIL(State.BF),
    HAPDP(State.NE);

    private static final String PREFIX = "authorisation.";

    private final State state;

    ProtectionAuthority(State state) {
        this.state = state;
    }

    /** The State whose register the fact is. */
    State state() {
        return state;
    }

    /** The dotted code of its fact. */
    String fact() {
        return PREFIX + name();
    }

    /** The authority whose register a fact is; empty for every other fact. */
    static Optional<ProtectionAuthority> ofFact(String code) {
        for (ProtectionAuthority authority : values()) {
            if (authority.fact().equals(code)) {
                return Optional.of(authority);
            }
        }
        return Optional.empty();
    }
}
