package org.liptako.node.registry;

import java.util.List;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.registry.v1.ChallengeResult;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.UnreachableSite;

/** What challenges have shown, as it is told. */
final class ChallengeMessages {
    private ChallengeMessages() {}

    static ChallengeResult result(ChallengeStatement said) {
        CopyChallenged result = said.result();
        return ChallengeResult.newBuilder()
                .setDataset(result.dataset().value())
                .setSite(result.site().value())
                .setVersionRoot(result.versionRoot().value())
                .setSaidBy(said.source().saidBy().name())
                .setOutcome(result.outcome().name())
                .setAt(said.source().heldFrom().toString())
                .setNumber(result.number())
                .setSamples(result.samples())
                .setChunks(result.chunks())
                .setWrong(result.wrong())
                .setTookMillis(result.tookMillis())
                .setDeadlineSeconds(result.deadlineSeconds())
                .setConfidence(ChallengeWords.confidence(result))
                .setJournalIndex(said.source().journalIndex())
                .setWords(SentenceMessages.toMessage(ChallengeWords.of(result)))
                .build();
    }

    static UnreachableSite unreachable(SiteSilence silence) {
        return UnreachableSite.newBuilder()
                .setSite(silence.site().value())
                .setSaidBy(silence.source().saidBy().name())
                .setSince(silence.source().heldFrom().toString())
                .setJournalIndex(silence.source().journalIndex())
                .build();
    }

    /** The copy with what challenges have shown; a State that cannot reach the site says no more of it than that. */
    static Replica with(
            Replica replica, ReplicaStatement copy, List<ChallengeStatement> challenges, List<SiteSilence> silences) {
        List<SiteSilence> here = silences.stream()
                .filter(silence -> silence.site().equals(copy.site()))
                .toList();
        Replica.Builder told = replica.toBuilder()
                .addAllChallenges(challenges.stream()
                        .filter(said -> said.concerns(copy))
                        .map(ChallengeMessages::result)
                        .toList())
                .addAllUnreachable(
                        here.stream().map(ChallengeMessages::unreachable).toList());
        boolean sayer = here.stream()
                .anyMatch(silence -> silence.source().saidBy() == copy.source().saidBy());
        if (sayer && copy.state().status() == ReplicaStatus.SEALED) {
            told.setStatus(ReplicaStatus.UNREACHABLE.name());
        }
        return told.build();
    }
}
