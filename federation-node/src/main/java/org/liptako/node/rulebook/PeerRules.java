package org.liptako.node.rulebook;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.liptako.node.journal.event.RuleSetInForce;
import org.liptako.pki.name.State;

/** By which rules the other States' nodes judge, as their journals known here say. Thread-safe. */
final class PeerRules {
    private final State own;
    private final Function<State, Optional<RuleSetInForce>> said;

    PeerRules(State own, Function<State, Optional<RuleSetInForce>> said) {
        this.own = own;
        this.said = said;
    }

    /** What each says; empty for a State whose journal has said nothing yet. */
    Map<State, Optional<RuleSetInForce>> now() {
        Map<State, Optional<RuleSetInForce>> now = new LinkedHashMap<>();
        Arrays.stream(State.values()).filter(state -> state != own).forEach(state -> now.put(state, said.apply(state)));
        return now;
    }
}
