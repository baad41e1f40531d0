package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.SeedCheckpoint;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

class ChallengeWordsTest {
    @Test
    void theConfidenceIsSaidInBothLanguagesAndNeverRoundedUp() {
        CopyChallenged proved = result(ChallengeOutcome.PROVED, 10_000, 300, List.of(), null);
        assertThat(ChallengeWords.of(proved).fr()).contains("une perte de 1 % aurait été vue", "95,3 %");
        assertThat(ChallengeWords.of(proved).en()).contains("300 chunks right of 10000", "95.3 %");
        assertThat(ChallengeWords.of(result(ChallengeOutcome.PROVED, 10_000, 1_000, List.of(), null))
                        .en())
                .contains("99.9 %");
    }

    @Test
    void aFailureSaysWhatWasWrongAndProposesARepairWithoutStartingIt() {
        assertThat(ChallengeWords.of(result(ChallengeOutcome.WRONG, 400, 100, List.of(7, 9), null))
                        .en())
                .startsWith("Of 100 chunks asked for, 2 are not right, the first: chunk 7. Repair proposed")
                .contains("liptako replica verify ML-DS-008", "nothing is started from here");
        assertThat(ChallengeWords.of(result(ChallengeOutcome.MISSED, 400, 100, List.of(), "DEADLINE"))
                        .en())
                .startsWith("The site could be reached and did not answer within 120 s (DEADLINE).");
    }

    @Test
    void numbersThatNoVersionHasGiveNoConfidence() {
        assertThat(ChallengeWords.confidence(result(ChallengeOutcome.PROVED, 10, 300, List.of(), null)))
                .isZero();
        assertThat(ChallengeWords.confidence(result(ChallengeOutcome.PROVED, -1, -1, List.of(), null)))
                .isZero();
    }

    @Test
    void anEntryIsReadAsItWasWritten() {
        CopyChallenged written = result(ChallengeOutcome.WRONG, 400, 100, List.of(7), null);
        assertThat(JournalJson.event(JournalJson.write(written))).contains(written);
    }

    private static CopyChallenged result(
            ChallengeOutcome outcome, int chunks, int samples, List<Integer> wrong, @Nullable String reason) {
        return new CopyChallenged(
                Instant.parse("2026-11-23T04:00:00Z"),
                new DatasetId("ML-DS-008"),
                new SiteId("NE-NIA-1"),
                new VersionRoot("ab".repeat(32)),
                1,
                List.of(
                        new SeedCheckpoint(State.ML, 1, Digest.over(new byte[] {1})),
                        new SeedCheckpoint(State.BF, 2, Digest.over(new byte[] {2}))),
                chunks,
                samples,
                120,
                40,
                outcome,
                wrong.size(),
                wrong,
                reason,
                null);
    }
}
