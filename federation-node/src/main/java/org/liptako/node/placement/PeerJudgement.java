package org.liptako.node.placement;

import java.util.Optional;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.facts.Facts;

/**
 * What another State's node has said of a placement, read and found to keep to its own affairs.
 *
 * @param facts the facts that it is the authority for
 * @param decision what it decided; empty if its engine gave no answer
 */
public record PeerJudgement(JudgementStatement statement, Facts facts, Optional<Decision> decision) {

    State state() {
        return statement.state();
    }
}
