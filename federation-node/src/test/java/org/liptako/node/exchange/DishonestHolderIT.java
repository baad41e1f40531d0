package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.exchange.TrialChallenge.FILES;
import static org.liptako.node.exchange.TrialChallenge.SAMPLES;
import static org.liptako.node.exchange.TrialChallenge.shown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.node.possession.ChallengePeerEndpoint;
import org.liptako.node.possession.challenge.AnswerDesk;
import org.liptako.node.possession.challenge.ChallengeDesk;
import org.liptako.node.possession.challenge.ChallengeEnd;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.State;

/** What is caught of holders that have not what they say, and what is not: the table of docs/en/possession.md. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class DishonestHolderIT {
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
    void aHolderThatCanBeReachedAndDoesNotAnswerInTimeHasMissed() {
        CopyChallenged result = shown(trial.challenge(silent(), SAMPLES));

        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.MISSED);
        assertThat(result.reason()).isEqualTo("DEADLINE");
        assertThat(result.answer()).isNull();
        assertThat(result.tookMillis()).isGreaterThanOrEqualTo(2_000);
        assertThat(trial.malisWord()).isEqualTo(ReplicaStatus.UNPROVEN);
        shown(trial.challenge(silent(), SAMPLES));
        assertThat(trial.mali.record.journaled(HoldingFound.class)).hasSize(1);
        assertThat(trial.mali.record.journaled(AlarmRaised.class)).hasSize(1);
    }

    @Test
    void theDigestsOfAnEarlierChallengeAreWrong() {
        ChallengeDesk desk = trial.serving(DishonestHolder.replaying(trial.answers()));
        assertThat(shown(trial.challenge(desk, FILES)).outcome()).isEqualTo(ChallengeOutcome.PROVED);

        CopyChallenged second = shown(trial.challenge(desk, FILES));

        assertThat(second.outcome()).isEqualTo(ChallengeOutcome.WRONG);
        assertThat(second.wrong()).isEqualTo(FILES);
        assertThat(second.wrongChunks()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void anAnswerThatAnotherSiteMakesToTheSameKeyIsWrong() throws IOException {
        Files.move(trial.sealed(), directory.resolve("gone"));
        AnswerDesk atBamako = new AnswerDesk(trial.mali.record.own(), trial.mali.holdings());

        CopyChallenged result = shown(trial.challenge(
                trial.serving(DishonestHolder.reflecting(
                        atBamako, trial.mali.record.own().site())),
                FILES));

        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.WRONG);
        assertThat(result.wrong()).isEqualTo(FILES);
    }

    @Test
    void oldDataInThePlaceOfAFewChunksIsWrongForJustThese() {
        CopyChallenged result =
                shown(trial.challenge(trial.serving(DishonestHolder.withOldData(trial.answers())), FILES));
        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.WRONG);
        assertThat(result.wrongChunks()).containsExactly(0, 1, 2);
    }

    @Test
    void aProxyThatHasTheBytesAnsweredForElsewhereInTimeIsNotCaught() throws IOException {
        Files.move(trial.sealed(), directory.resolve("gone"));
        AnswerDesk atBamako = new AnswerDesk(
                new SiteRecord(
                        trial.copy.site(),
                        trial.niger.record.own().jdbi(),
                        trial.niger.record.own().journal(),
                        trial.niger.record.own().registry(),
                        Clock.systemUTC()),
                trial.mali.holdings());

        ChallengeDesk desk = trial.serving(new ChallengePeerEndpoint(atBamako, TrialChallenge.signerOf(State.NE)));

        assertThat(shown(trial.challenge(desk, SAMPLES)).outcome()).isEqualTo(ChallengeOutcome.PROVED);
    }

    @Test
    void whoeverPutsOffAChallengeForTheThirdTimeHasMissedIt() {
        assertThat(missedTheThird(trial.serving(DishonestHolder.busy())).reason())
                .isEqualTo("TOO_MUCH");
    }

    @Test
    void whoeverIsUnavailableToChallengesAloneHasMissedTheThird() {
        assertThat(missedTheThird(trial.serving(DishonestHolder.unavailable())).reason())
                .isEqualTo("PEER_SILENT");
        assertThat(trial.mali.record.journaled(SiteUnreachable.class)).isEmpty();
        assertThat(trial.malisWord()).isEqualTo(ReplicaStatus.UNPROVEN);
    }

    @Test
    void whoeverKnowsChallengesNoLongerHasMissedTheThirdWhereOneOfBeforeIsNotAsked() {
        assertThat(trial.serving(DishonestHolder.ofBefore()).challenge(trial.copy, SAMPLES, 2))
                .isInstanceOf(ChallengeEnd.NotAsked.class);
        shown(trial.challenge(trial.serving(trial.honest()), SAMPLES));

        ChallengeDesk desk = trial.serving(DishonestHolder.ofBefore());

        assertThat(desk.challenge(trial.copy, SAMPLES, 0)).isInstanceOf(ChallengeEnd.PutOff.class);
        assertThat(shown(desk.challenge(trial.copy, SAMPLES, 2)).outcome()).isEqualTo(ChallengeOutcome.MISSED);
    }

    @Test
    void anAnswerThatNobodyHasSignedIsNoAnswer() {
        assertThat(missedTheThird(trial.serving(DishonestHolder.unsigned(trial.answers())))
                        .reason())
                .isEqualTo("STATEMENT_INVALID");
    }

    @Test
    void anAnswerThatAnotherStatesNodeHasSignedIsNoAnswer() {
        ChallengeDesk desk =
                trial.serving(DishonestHolder.signedBy(TrialChallenge.signerOf(State.BF), trial.answers()));
        assertThat(missedTheThird(desk).reason()).isEqualTo("STATEMENT_INVALID");
    }

    @Test
    void anAnswerThatWasSignedToAnotherQuestionIsNoAnswer() {
        ChallengeDesk desk = trial.serving(DishonestHolder.repeating(trial.answers()));
        assertThat(shown(trial.challenge(desk, SAMPLES)).outcome()).isEqualTo(ChallengeOutcome.PROVED);

        assertThat(trial.challenge(desk, SAMPLES))
                .isInstanceOfSatisfying(
                        ChallengeEnd.PutOff.class,
                        later -> assertThat(later.why().en()).contains("what is signed is not this answer"));
    }

    private CopyChallenged missedTheThird(ChallengeDesk desk) {
        int before = trial.mali.record.journaled(CopyChallenged.class).size();
        assertThat(desk.challenge(trial.copy, SAMPLES, 0)).isInstanceOf(ChallengeEnd.PutOff.class);
        assertThat(desk.challenge(trial.copy, SAMPLES, 1)).isInstanceOf(ChallengeEnd.PutOff.class);
        assertThat(trial.mali.record.journaled(CopyChallenged.class)).hasSize(before);

        CopyChallenged result = shown(desk.challenge(trial.copy, SAMPLES, 2));
        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.MISSED);
        return result;
    }

    private ChallengeDesk silent() {
        return trial.serving(DishonestHolder.silent(), Duration.ofSeconds(2));
    }
}
