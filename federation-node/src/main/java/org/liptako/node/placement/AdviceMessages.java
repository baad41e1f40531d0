package org.liptako.node.placement;

import java.util.Optional;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.placement.v1.CheckPlacementResponse;
import org.liptako.placement.v1.CheckPlacementsResponse;

/** What was judged for advice, as messages. */
final class AdviceMessages {
    private final DecisionMessages decisions;
    private final NodeTrust trust;

    AdviceMessages(DecisionMessages decisions, NodeTrust trust) {
        this.decisions = decisions;
        this.trust = trust;
    }

    CheckPlacementResponse single(Judged judged) {
        CheckPlacementResponse.Builder response = CheckPlacementResponse.newBuilder()
                .setDecision(decisions.ofCheck(judged))
                .setRuleSet(judged.rules().digest().hex())
                .setAt(judged.at().toString());
        obstacle(judged).ifPresent(response::setObstacle);
        return response.build();
    }

    CheckPlacementsResponse ofStream(Judged judged) {
        CheckPlacementsResponse.Builder response = CheckPlacementsResponse.newBuilder()
                .setDecision(decisions.ofCheck(judged))
                .setRuleSet(judged.rules().digest().hex())
                .setAt(judged.at().toString());
        obstacle(judged).ifPresent(response::setObstacle);
        return response.build();
    }

    private Optional<Sentence> obstacle(Judged judged) {
        return judged.obstacle(trust).map(SentenceMessages::toMessage);
    }
}
