package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.exchange.TrialChallenge.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.journal.event.SeedCheckpoint;
import org.liptako.node.possession.challenge.AnswerDesk;
import org.liptako.node.possession.challenge.ChallengeDraw;
import org.liptako.node.possession.challenge.ChallengePlan;
import org.liptako.node.possession.challenge.ChallengeQuestion;
import org.liptako.node.possession.challenge.KeyedChunk;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** Whom a holder answers, and whom a State challenges. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class ChallengeRightIT {
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
    void aStateThatIsNeitherHomeNorHolderIsNotAnswered() {
        ChallengeQuestion question = question(State.BF, 10);
        assertThatThrownBy(() -> trial.answers().answer(question, State.BF, () -> {}))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_KNOWN));
        assertThatThrownBy(() -> trial.answers().answer(question, State.ML, () -> {}))
                .isInstanceOf(Failure.class);
    }

    @Test
    void aStateThatTakesItsPlacesTakesNoOthers() {
        AnswerDesk desk = trial.answers();
        ChallengeQuestion malis = question(State.ML, 1);
        ChallengeQuestion burkinas = question(State.BF, 1);
        List<ErrorCode> refusals = new ArrayList<>();

        Runnable third = () -> {
            refusals.add(refusal(desk, malis, State.ML));
            refusals.add(refusal(desk, burkinas, State.BF));
        };
        desk.answer(malis, State.ML, () -> desk.answer(malis, State.ML, third));

        // Burkina Faso holds no copy: it was heard, and that is what it was told.
        assertThat(refusals).containsExactly(ErrorCode.TOO_MUCH, ErrorCode.NOT_KNOWN);
        assertThat(desk.answer(malis, State.ML, () -> {})).hasSize(1);
    }

    @Test
    void aStateChallengesNoCopyOnItsOwnSoil() {
        ChallengePlan malis = new ChallengePlan(trial.mali.record.own().jdbi(), State.ML);
        ChallengePlan nigers = new ChallengePlan(trial.niger.record.own().jdbi(), State.NE);

        assertThat(malis.of(trial.version.dataset(), List.of(trial.copy.site())))
                .containsExactly(trial.copy);
        assertThat(nigers.of(trial.version.dataset(), List.of(trial.copy.site())))
                .isEmpty();
    }

    private ChallengeQuestion question(State challenger, int samples) {
        List<SeedCheckpoint> seeds = List.of(checkpoint(State.ML), checkpoint(State.BF));
        return new ChallengeQuestion(
                new ChallengeDraw(trial.version, trial.copy.site(), challenger, 1, seeds),
                samples,
                new byte[KeyedChunk.KEY_BYTES]);
    }

    private static ErrorCode refusal(AnswerDesk desk, ChallengeQuestion question, State caller) {
        try {
            desk.answer(question, caller, () -> {});
        } catch (Failure e) {
            return e.code();
        }
        throw new AssertionError("It was answered.");
    }
}
