package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.inquiry.TrialRegistry.hour;
import static org.liptako.node.inquiry.TrialRegistry.regulator;
import static org.liptako.node.registry.RegistryFixture.BAMAKO;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.pki.name.State;

/** Which copies were not proved for long, by those who hold them or by those who challenge them. */
class ProofAnswerIT {
    private static final VersionRoot OLDER = new VersionRoot("cd".repeat(32));

    private final TrialRegistry mali = new TrialRegistry();

    @BeforeEach
    void tell() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.ML, RegistryFixture.granted(hour(1), "REPLICATE"));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
    }

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void aCopyThatAnsweredAChallengeRightlyIsProved() {
        // Asked a day after the morning, "for 0 days" means before that instant: what was proved then is not old.
        mali.say(State.ML, challenged(TrialRegistry.NOW, VERSION, ChallengeOutcome.PROVED));

        assertThat(found(100)).isEmpty();
    }

    @Test
    void aChallengeOfAnOlderVersionProvesNothingOfTheOneThatLiesThere() {
        mali.say(State.ML, challenged(TrialRegistry.NOW, OLDER, ChallengeOutcome.PROVED));

        assertThat(found(100)).containsExactly("BF-OUA-1 2026-03-01T10:00:00Z   ");
    }

    @Test
    void anOldProofIsToldWithTheLastChallengeAndTheAgeOfTheLaterOfTheTwo() {
        mali.say(State.ML, challenged(hour(12), VERSION, ChallengeOutcome.PROVED));

        assertThat(found(100)).containsExactly("BF-OUA-1 2026-03-01T10:00:00Z 2026-03-01T18:00:00Z PROVED ML");
    }

    @Test
    void aCopyThatFailedAChallengeIsToldHoweverYoungItsProof() {
        mali.say(State.BF, new ReplicaProved(TrialRegistry.NOW, HEALTH, OUAGADOUGOU, VERSION, 7, 0));
        assertThat(found(100)).isEmpty();

        mali.say(State.NE, challenged(TrialRegistry.NOW, VERSION, ChallengeOutcome.MISSED));

        assertThat(found(100)).containsExactly("BF-OUA-1 2026-03-02T06:00:00Z 2026-03-02T06:00:00Z MISSED NE");
    }

    @Test
    void aCopyThatWasProvedWholeSinceItFailedIsProved() {
        mali.say(State.NE, challenged(hour(12), VERSION, ChallengeOutcome.WRONG));
        mali.say(State.BF, new ReplicaProved(TrialRegistry.NOW, HEALTH, OUAGADOUGOU, VERSION, 7, 0));

        assertThat(found(100)).isEmpty();
    }

    @Test
    void eachCopyIsToldOnceUnprovedThenFailedThenOldWhateverThePage() {
        mali.say(State.ML, new CopyRecorded(hour(2), HEALTH, BAMAKO, CopyStanding.UNPROVEN));
        mali.say(State.ML, challenged(hour(12), VERSION, ChallengeOutcome.WRONG));
        mali.say(State.NE, challenged(hour(13), VERSION, ChallengeOutcome.WRONG));
        DatasetId other = new DatasetId("ML-DS-009");
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(other, 1)));
        mali.say(State.BF, new ReplicaSealed(hour(5), SERIAL, other, OUAGADOUGOU, VERSION, 7, false));

        for (int page : List.of(1, 2, 100)) {
            assertThat(found(page))
                    .as("pages of %s", page)
                    .containsExactly(
                            "ML-BKO-1    ",
                            "BF-OUA-1 2026-03-01T10:00:00Z 2026-03-01T18:00:00Z WRONG ML",
                            "BF-OUA-1 2026-03-01T10:00:00Z 2026-03-01T19:00:00Z WRONG NE",
                            "BF-OUA-1 2026-03-01T11:00:00Z   ");
        }
    }

    private List<String> found(int most) {
        List<String> found = new ArrayList<>();
        Cursor next = Cursor.START;
        do {
            Asked asked = new Asked(Question.PROOFS, Map.of(Blank.STATE, "ML", Blank.DAYS, "0"), TrialRegistry.NOW);
            Page page = mali.desk()
                    .ask(regulator(State.ML), asked.checked(), next, most)
                    .page();
            page.rows()
                    .forEach(row -> found.add(String.join(
                            " ",
                            row.cell(Column.SITE).value(),
                            row.cell(Column.PROVED_AT).value(),
                            row.cell(Column.CHALLENGED_AT).value(),
                            row.cell(Column.CHALLENGE).value(),
                            row.cell(Column.CHALLENGER).value())));
            next = page.next();
        } while (!next.isStart());
        return found;
    }

    private static CopyChallenged challenged(Instant at, VersionRoot version, ChallengeOutcome outcome) {
        return new CopyChallenged(
                at, HEALTH, OUAGADOUGOU, version, 1, List.of(), 7, 5, 120, 40, outcome, 0, List.of(), null, null);
    }
}
