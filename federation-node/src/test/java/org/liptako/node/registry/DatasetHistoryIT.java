package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.registry.RegistryFixture.BAMAKO;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.MORNING;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.RULES;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.TransferStarted;
import org.liptako.node.registry.HistoryStep.Challenged;
import org.liptako.node.registry.HistoryStep.Found;
import org.liptako.node.registry.HistoryStep.Stood;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

class DatasetHistoryIT {
    private static final int MOST = 100;

    private final TestDatabase database = TestDatabase.fresh();
    private final RegistryProjection projection = new RegistryProjection();
    private final Map<State, Long> indexes = new EnumMap<>(State.class);
    private final DatasetHistory history = new DatasetHistory(
            database.jdbi(), new Registry(database.jdbi(), State.ML, Clock.fixed(hour(24), ZoneOffset.UTC)));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachStepSaysHowTheCopyStoodBeforeTheLatestFirst() {
        sealedAndErased();

        assertThat(told(steps(24, 24, State.ML)))
                .containsExactly("ERASED after SEALED", "SEALED after TRANSFERRING", "TRANSFERRING after nothing");
    }

    @Test
    void ofADayTheHistoryIsWhatHadBecomeByThen() {
        sealedAndErased();

        assertThat(told(steps(6, 24, State.ML)))
                .containsExactly("SEALED after TRANSFERRING", "TRANSFERRING after nothing");
    }

    @Test
    void asKnownThenItLacksWhatWasLearntLater() {
        say(State.BF, new TransferStarted(hour(2), SERIAL, HEALTH, OUAGADOUGOU, VERSION), hour(3));
        say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false), hour(9));

        assertThat(told(steps(8, 8, State.ML))).containsExactly("TRANSFERRING after nothing");
        assertThat(told(steps(8, 10, State.ML)))
                .containsExactly("SEALED after TRANSFERRING", "TRANSFERRING after nothing");
    }

    @Test
    void challengesAndFindingsAreSteps() {
        sealedAndErased();
        say(
                State.ML,
                new CopyChallenged(
                        hour(5),
                        HEALTH,
                        OUAGADOUGOU,
                        VERSION,
                        1,
                        List.of(),
                        7,
                        5,
                        120,
                        40,
                        ChallengeOutcome.PROVED,
                        0,
                        List.of(),
                        null,
                        null));
        say(State.ML, judged(6, "DENY"));
        say(State.ML, judged(7, "PERMIT"));

        assertThat(told(steps(24, 24, State.ML)))
                .containsExactly(
                        "ERASED after SEALED",
                        "found until " + hour(7),
                        "challenge PROVED",
                        "SEALED after TRANSFERRING",
                        "TRANSFERRING after nothing");
    }

    @Test
    void whatIsSecretIsForTheStatesThatItConcerns() {
        say(
                State.ML,
                new DatasetRecorded(
                        hour(1), RegistryFixture.dataset(HEALTH, 124).classifiedAs("SECRET")));
        sealedAndErased();
        say(State.ML, new CopyRecorded(hour(9), HEALTH, BAMAKO, CopyStanding.UNPROVEN));

        assertThat(steps(24, 24, State.NE)).isEmpty();
        assertThat(steps(24, 24, State.BF)).hasSize(3);
        assertThat(steps(24, 24, State.ML)).hasSize(4);
        assertThat(told(history.steps(HEALTH, hour(24), hour(24), new Disclosure(State.BF), 1)))
                .as("what others are told of takes no room")
                .containsExactly("ERASED after SEALED");
    }

    private void sealedAndErased() {
        say(State.BF, new TransferStarted(hour(2), SERIAL, HEALTH, OUAGADOUGOU, VERSION));
        say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        say(State.BF, new ReplicaErased(hour(8), SERIAL, HEALTH, OUAGADOUGOU));
    }

    private static CopyJudged judged(int hour, String verdict) {
        return new CopyJudged(
                hour(hour),
                HEALTH,
                OUAGADOUGOU,
                verdict,
                JudgingCause.COPY,
                RULES,
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                new Sentence("Constat.", "Finding."),
                null);
    }

    private List<HistoryStep> steps(int held, int known, State reader) {
        return history.steps(HEALTH, hour(held), hour(known), new Disclosure(reader), MOST);
    }

    private static List<String> told(List<HistoryStep> steps) {
        return steps.stream()
                .map(step -> switch (step) {
                    case Stood stood ->
                        stood.copy().state().status() + " after "
                                + stood.before().map(ReplicaStatus::name).orElse("nothing");
                    case Challenged challenged ->
                        "challenge " + challenged.challenge().result().outcome();
                    case Found found -> "found until " + found.until().orElseThrow();
                })
                .toList();
    }

    private void say(State state, JournalEvent event) {
        say(state, event, event.at());
    }

    private void say(State state, JournalEvent event, Instant recordedAt) {
        long index = indexes.merge(state, 0L, (before, zero) -> before + 1);
        database.jdbi().useTransaction(handle -> projection.apply(handle, state, index, event, recordedAt));
    }

    private static Instant hour(int hour) {
        return MORNING.plus(Duration.ofHours(hour));
    }
}
