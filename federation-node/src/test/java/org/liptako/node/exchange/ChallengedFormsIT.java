package org.liptako.node.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.exchange.TrialChallenge.shown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.bucket.TrialBucket;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.SaidChunk;
import org.liptako.node.possession.challenge.ChallengeDesk;
import org.liptako.pki.evidence.Digest;

/** A copy is challenged alike in whatever form it lies there. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ChallengedFormsIT {
    private static final int FILES = 60;
    private static final int LOST = 3;
    private static final Digest LOST_BY_ITS_OWN_WORD = Digest.of(new byte[32]);

    @TempDir
    private Path directory;

    @Test
    void anEncryptedCopyIsProvedAndItsLossFound() throws IOException {
        try (TrialChallenge trial = TrialChallenge.encrypted(directory, FILES)) {
            provesAndFindsTheLoss(trial, trial.sealed());
        }
    }

    @Test
    void aCopyInAnObjectStoreIsProvedAndItsLossFound() throws IOException {
        try (TrialBucket bucket = TrialBucket.start();
                TrialChallenge trial = TrialChallenge.inABucket(directory, FILES, bucket.config("NE-NIM-1/"))) {
            provesAndFindsTheLoss(
                    trial,
                    bucket.files()
                            .resolve("NE-NIM-1")
                            .resolve(trial.version.dataset().value())
                            .resolve(trial.version.root().value()));
        }
    }

    private static void provesAndFindsTheLoss(TrialChallenge trial, Path copy) throws IOException {
        ChallengeDesk desk = trial.serving(trial.honest());
        assertThat(shown(trial.challenge(desk, FILES)).outcome()).isEqualTo(ChallengeOutcome.PROVED);

        try (Stream<Path> files = Files.walk(copy.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .sorted()
                    .skip(20)
                    .limit(LOST)
                    .toList()) {
                Files.delete(file);
            }
        }
        CopyChallenged result = shown(trial.challenge(desk, FILES));

        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.WRONG);
        assertThat(result.wrongChunks()).containsExactly(20, 21, 22);
        assertThat(requireNonNull(result.answer()).said())
                .extracting(SaidChunk::said)
                .containsOnly(LOST_BY_ITS_OWN_WORD);
    }
}
