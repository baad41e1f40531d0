package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.exchange.TrialChallenge.EVERY;
import static org.liptako.node.exchange.TrialChallenge.FILES;
import static org.liptako.node.exchange.TrialChallenge.SAMPLES;
import static org.liptako.node.exchange.TrialChallenge.shown;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.grant.StandingCopies;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingCleared;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.node.journal.event.TransferStarted;
import org.liptako.node.possession.challenge.ChallengeDesk;
import org.liptako.node.possession.challenge.ChallengeDraw;
import org.liptako.node.possession.challenge.ChallengeEnd;
import org.liptako.node.possession.challenge.ChallengePlan;
import org.liptako.node.possession.challenge.ChallengeWatch;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** What challenges of an honest holder show, and what follows. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class ChallengeIT {
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
    void aWholeCopyIsProvedAndAnybodyDrawsAgainWhatItWasAskedFor() {
        CopyChallenged result = shown(trial.challenge(trial.serving(trial.honest()), SAMPLES));

        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.PROVED);
        assertThat(trial.mali.record.journaled(CopyChallenged.class)).containsExactly(result);
        assertThat(result.chunks()).isEqualTo(FILES);
        assertThat(result.samples()).isEqualTo(SAMPLES);
        assertThat(result.number()).isEqualTo(1);
        assertThat(new ChallengeDraw(trial.version, result.site(), State.ML, result.number(), result.seeds())
                        .chunks(result.chunks(), result.samples())
                        .cardinality())
                .isEqualTo(SAMPLES);
        assertThat(trial.malisWord()).isEqualTo(ReplicaStatus.SEALED);
        assertThat(trial.mali.record.journaled(HoldingFound.class)).isEmpty();
        assertThat(trial.mali.record.own().registry().challenges().of(List.of(trial.version.dataset())))
                .singleElement()
                .satisfies(said -> assertThat(said.result()).isEqualTo(result));
    }

    @Test
    void aSilentLossOfOnePercentIsFoundAndARepairProposedAndNoneStarted() throws IOException {
        deleteEveryHundredth();
        ChallengeDesk desk = trial.serving(trial.honest());

        // Each sees it with 0.69; eight do with 0.9999.
        int challenges = 0;
        CopyChallenged result;
        do {
            result = shown(trial.challenge(desk, SAMPLES));
            challenges++;
        } while (result.outcome() == ChallengeOutcome.PROVED && challenges < 8);

        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.WRONG);
        assertThat(result.wrong()).isBetween(1, 4);
        assertThat(trial.malisWord()).isEqualTo(ReplicaStatus.UNPROVEN);
        assertThat(trial.mali.record.journaled(HoldingFound.class))
                .singleElement()
                .satisfies(found -> assertThat(found.finding().cause()).isEqualTo(HoldingCause.CHALLENGE_FAILED));
        assertThat(trial.mali.record.journaled(AlarmRaised.class))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.about()).isEqualTo(State.NE);
                    assertThat(alarm.words().en())
                            .contains("Repair proposed", "replica verify " + trial.version.dataset());
                });
        // The honest holder has seen it too; nobody has begun to mend anything.
        assertThat(trial.niger.record.journaled(ReplicaDamaged.class)).hasSize(1);
        assertThat(trial.niger.record.journaled(TransferStarted.class)).hasSize(1);
    }

    @Test
    void aCopyThatIsShownAgainIsProvedAgainAndTheFindingEnds() {
        shown(trial.challenge(silent(), SAMPLES));
        assertThat(trial.malisWord()).isEqualTo(ReplicaStatus.UNPROVEN);

        CopyChallenged again = shown(trial.challenge(trial.serving(trial.honest()), SAMPLES));

        assertThat(again.number()).isEqualTo(2);
        assertThat(trial.malisWord()).isEqualTo(ReplicaStatus.SEALED);
        assertThat(trial.mali.record.journaled(HoldingCleared.class)).hasSize(1);
    }

    @Test
    void aCopyThatHomeDoubtsIsTheLastToBeAskedAndIsNotLeftOut() {
        SiteId another = new SiteId("NE-NIM-2");
        ReplicaSealed sealed = trial.niger.record.journaled(ReplicaSealed.class).getFirst();
        trial.mali.record.hear(
                State.NE,
                new ReplicaSealed(
                        sealed.at(),
                        sealed.grant(),
                        sealed.dataset(),
                        another,
                        sealed.versionRoot(),
                        sealed.chunks(),
                        sealed.encrypted()));
        assertThat(standing()).containsExactly(trial.copy.site(), another);

        shown(trial.challenge(silent(), SAMPLES));

        assertThat(standing()).containsExactly(another, trial.copy.site());
    }

    @Test
    void nothingIsAskedWithoutCosignedCheckpointsOfBothOtherStates() {
        trial.mali.record.own().jdbi().useHandle(handle -> handle.execute("DELETE FROM own_cosignature"));
        assertThat(trial.challenge(trial.serving(trial.honest()), SAMPLES))
                .isInstanceOfSatisfying(
                        ChallengeEnd.NotAsked.class,
                        not -> assertThat(not.why().en()).contains("cosigned checkpoint"));
    }

    @Test
    void aCopyIsChallengedByItselfWithinItsSpanAndASiteThatIsCutOffRests() {
        JumpingClock clock = new JumpingClock();
        ChallengeDesk desk = trial.serving(trial.honest());
        ChallengeWatch watch = new ChallengeWatch(
                desk,
                new ChallengePlan(trial.mali.record.own().jdbi(), State.ML),
                trial.mali.record.own().registry(),
                List.of(trial.copy.site()),
                clock,
                new SimpleMeterRegistry());

        assertThat(watch.look()).isZero();
        clock.jump(EVERY);
        assertThat(watch.look()).isEqualTo(1);
        assertThat(watch.look()).isZero();
        assertThat(trial.mali.record.journaled(CopyChallenged.class)).hasSize(1);

        clock.jump(EVERY.multipliedBy(2));
        trial.cutOff();
        assertThat(watch.look()).isEqualTo(1);
        assertThat(watch.look()).isZero();
        clock.jump(Duration.ofMinutes(16));
        assertThat(watch.look()).isEqualTo(1);
        assertThat(trial.mali.record.journaled(SiteUnreachable.class)).hasSize(1);
        assertThat(trial.mali.record.journaled(CopyChallenged.class)).hasSize(1);
        watch.close();
    }

    private ChallengeDesk silent() {
        return trial.serving(DishonestHolder.silent(), Duration.ofSeconds(2));
    }

    private List<SiteId> standing() {
        StandingCopies copies = new StandingCopies(trial.mali.record.own().registry());
        return copies.of(trial.version).stream()
                .map(ReplicaStatement::site)
                .filter(site -> site.state().equals(Optional.of(State.NE)))
                .toList();
    }

    private void deleteEveryHundredth() throws IOException {
        for (int file = 50; file < FILES; file += 100) {
            Files.delete(trial.sealed().resolve("data/0000/%06d".formatted(file)));
        }
    }
}
