package org.liptako.node.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.Language;
import org.liptako.registry.v1.ChallengeResult;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.UnreachableSite;

class ChallengedReplicaTest {
    private static final Replica COPY = Replica.newBuilder()
            .setDataset("ML-DS-008")
            .setSite("NE-NIA-1")
            .setStatus("SEALED")
            .build();

    @Test
    void saysWhatTheLastChallengeHasShownAndByWhoseWord() {
        ChallengeResult result = ChallengeResult.newBuilder()
                .setSite("NE-NIA-1")
                .setSaidBy("ML")
                .setAt("2026-11-23T04:00:00Z")
                .setJournalIndex(12)
                .setWords(Sentence.newBuilder().setEn("300 chunks right of 10000."))
                .build();
        assertThat(last(COPY.toBuilder().addChallenges(result).build()))
                .isEqualTo(
                        "  Challenge by ML of NE-NIA-1, 2026-11-23T04:00:00Z (entry 12): 300 chunks right of 10000.");
    }

    @Test
    void saysOfASiteThatIsCutOffThatNothingIsKnownOfTheCopy() {
        UnreachableSite silence = UnreachableSite.newBuilder()
                .setSite("NE-NIA-1")
                .setSaidBy("ML")
                .setSince("2026-11-23T04:00:00Z")
                .setJournalIndex(13)
                .build();
        assertThat(last(COPY.toBuilder().addUnreachable(silence).build()))
                .isEqualTo("  NE-NIA-1: ML cannot reach it since 2026-11-23T04:00:00Z (entry 13);"
                        + " that says nothing of the copy.");
    }

    private static String last(Replica copy) {
        return new ReplicaTable(List.of(copy), List.of())
                .lines(Language.ENGLISH)
                .getLast();
    }
}
