package org.liptako.node.placement;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.engine.Judgement;

/**
 * A question judged for advice: what this node would say at that instant.
 *
 * @param parties the States concerned; which of the findings bind here follows from them
 */
record Judged(PlacementTerms terms, Parties parties, Instant at, RulesInForce rules, Judgement judgement) {

    /** Why nothing is granted to the host now, whatever the rules say: they are silent on whom a node believes. */
    Optional<Sentence> obstacle(NodeTrust trust) {
        return parties.host().flatMap(trust::distrusted).map(Reasons::obstacle);
    }
}
