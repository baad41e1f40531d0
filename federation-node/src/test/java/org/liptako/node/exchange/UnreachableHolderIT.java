package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.liptako.node.exchange.TrialChallenge.SAMPLES;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.SiteReached;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.node.possession.challenge.ChallengeDesk;
import org.liptako.node.possession.challenge.ChallengeEnd;
import org.liptako.node.registry.ReplicaStatus;

/** A State that is cut off is not accused. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class UnreachableHolderIT {
    @TempDir
    private Path directory;

    private TrialChallenge trial;

    @BeforeEach
    void nigerHasSealedACopyOfFourHundredChunks() throws IOException {
        trial = TrialChallenge.inClear(directory);
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void aStateThatIsCutOffIsUnreachableOnceAndItsCopyIsNotUnproven() {
        ChallengeDesk desk = trial.serving(trial.honest());
        int port = trial.cutOff();

        assertThat(trial.challenge(desk, SAMPLES)).isInstanceOf(ChallengeEnd.Unreachable.class);
        assertThat(trial.challenge(desk, SAMPLES)).isInstanceOf(ChallengeEnd.Unreachable.class);

        assertThat(trial.mali.record.journaled(SiteUnreachable.class))
                .singleElement()
                .satisfies(said -> assertThat(said.site()).isEqualTo(trial.copy.site()));
        assertThat(trial.mali.record.journaled(CopyChallenged.class)).isEmpty();
        assertThat(trial.mali.record.journaled(HoldingFound.class)).isEmpty();
        assertThat(trial.mali.record.journaled(AlarmRaised.class)).isEmpty();
        assertThat(trial.malisWord()).isEqualTo(ReplicaStatus.SEALED);
        assertThat(trial.unreachable()).containsExactly(trial.copy.site().value());

        trial.comeBack(port);
        await().atMost(TrialChallenge.LONG).until(() -> trial.challenge(desk, SAMPLES) instanceof ChallengeEnd.Shown);
        assertThat(trial.mali.record.journaled(SiteReached.class)).hasSize(1);
        assertThat(trial.unreachable()).isEmpty();
    }
}
