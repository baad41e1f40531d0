package org.liptako.node.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.registry.RegistryFixture.ABROAD;
import static org.liptako.node.registry.RegistryFixture.HEALTH;

import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.registry.CopyTrail;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.node.replay.DecisionIndex;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** Whom a receipt of Mali's data is made for. */
class ShownEntriesIT {
    private static final Disclosure MALI = new Disclosure(State.ML);

    private final TestDatabase database = TestDatabase.fresh();
    private final Journal journal =
            new Journal(database.jdbi(), State.ML, Clock.systemUTC(), List.of(new RegistryProjection()));
    private final ShownEntries shown = new ShownEntries(
            new EntrySearch(
                    database.jdbi(),
                    State.ML,
                    new PeerJournals(database.jdbi(), journal, Clock.systemUTC(), FakeStatements.VERIFIER, List.of()),
                    new CopyTrail(database.jdbi()),
                    new DecisionIndex(),
                    erased -> List.of()),
            new Registry(database.jdbi(), State.ML, Clock.systemUTC()));

    @BeforeEach
    void aCopyAbroad() {
        journal.append(new CopyRecorded(journal.now(), HEALTH, ABROAD, CopyStanding.EXTERNAL));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BF", "NE"})
    void whatIsSecretIsForOthersAsIfNoJournalSaidIt(State other) {
        classify("SECRET");
        Disclosure reader = new Disclosure(other);

        assertUnknown(() -> shown.copy(HEALTH, ABROAD, reader), "copy of ML-DS-008 at XX-EU-1");
        assertUnknown(() -> shown.erasure(HEALTH, ABROAD, reader), "copy of ML-DS-008 at XX-EU-1");
        assertUnknown(() -> shown.state(HEALTH, journal.now(), reader), "copies of ML-DS-008");
        assertThat(shown.copy(HEALTH, ABROAD, MALI)).hasSize(1);
        assertThat(shown.state(HEALTH, journal.now(), MALI)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotSecretIsForAllThree(State reader) {
        classify("CONFIDENTIAL");

        assertThat(shown.copy(HEALTH, ABROAD, new Disclosure(reader))).hasSize(1);
        assertThat(shown.state(HEALTH, journal.now(), new Disclosure(reader))).hasSize(1);
    }

    @Test
    void ofADatasetOfWhichNoJournalSaysAnythingThereIsNoState() {
        DatasetId nobodys = new DatasetId("NE-DS-999");

        assertUnknown(() -> shown.state(nobodys, journal.now(), MALI), "copies of NE-DS-999");
    }

    private void classify(String classification) {
        journal.append(new DatasetRecorded(
                journal.now(), RegistryFixture.dataset(HEALTH, 124).classifiedAs(classification)));
    }

    private static void assertUnknown(ThrowingCallable asked, String english) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(Failure.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.NOT_KNOWN);
            assertThat(refused.sentence().en()).isEqualTo("No entry known here allows this receipt: " + english + ".");
        });
    }
}
