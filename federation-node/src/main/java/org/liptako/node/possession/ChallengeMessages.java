package org.liptako.node.possession;

import org.liptako.node.possession.challenge.ChallengeEnd;
import org.liptako.node.possession.challenge.CopyPlace;
import org.liptako.node.registry.ChallengeWords;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Sentence;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.possession.v1.ChallengeCopiesResponse;

/** How challenges have ended, as operators are told. */
final class ChallengeMessages {
    private ChallengeMessages() {}

    static ChallengeCopiesResponse response(CopyPlace copy, ChallengeEnd end) {
        return switch (end) {
            case ChallengeEnd.Shown shown ->
                response(copy, true, shown.result().outcome().name(), ChallengeWords.of(shown.result()));
            case ChallengeEnd.Unreachable silent ->
                response(copy, true, ReplicaStatus.UNREACHABLE.name(), silent.why());
            case ChallengeEnd.PutOff later -> response(copy, true, "", later.why());
            case ChallengeEnd.NotAsked not -> response(copy, false, "", not.why());
        };
    }

    private static ChallengeCopiesResponse response(CopyPlace copy, boolean asked, String outcome, Sentence words) {
        return ChallengeCopiesResponse.newBuilder()
                .setDataset(copy.version().dataset().value())
                .setSite(copy.site().value())
                .setVersionRoot(copy.version().root().value())
                .setAsked(asked)
                .setOutcome(outcome)
                .setWords(SentenceMessages.toMessage(words))
                .build();
    }
}
