package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.registry.RegistryFixture.ABROAD;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.MORNING;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.pki.name.State;

class CopyCountIT {
    private static final DatasetId RAIN = new DatasetId("ML-DS-001");

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void say() {
        Journal journal = new Journal(
                database.jdbi(), State.ML, Clock.fixed(MORNING, ZoneOffset.UTC), List.of(new RegistryProjection()));
        journal.append(List.of(
                new DatasetRecorded(MORNING, RegistryFixture.dataset(HEALTH, 1).classifiedAs("SECRET")),
                new DatasetRecorded(MORNING, RegistryFixture.dataset(RAIN, 1)),
                new CopyRecorded(MORNING, HEALTH, ABROAD, CopyStanding.EXTERNAL),
                new CopyRecorded(MORNING, RAIN, ABROAD, CopyStanding.EXTERNAL)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void copiesAreCountedBySiteAndStanding() {
        assertThat(shownTo(State.ML)).containsExactly(new CopyCount(ABROAD, ReplicaStatus.EXTERNAL, 2));
    }

    @Test
    void aCountTellsAnotherStateNothingOfSecretData() {
        assertThat(shownTo(State.NE)).containsExactly(new CopyCount(ABROAD, ReplicaStatus.EXTERNAL, 1));
    }

    private List<CopyCount> shownTo(State reader) {
        return Snapshot.read(
                database.jdbi(),
                handle -> new RegistryAsOf(handle, AsOf.knownNow(MORNING.plusSeconds(1), MORNING))
                        .shownTo(new Disclosure(reader))
                        .counts());
    }
}
