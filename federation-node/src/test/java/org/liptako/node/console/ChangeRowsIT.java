package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.MORNING;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.SiteReached;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.pki.name.State;

class ChangeRowsIT {
    private static final Clock CLOCK = Clock.fixed(MORNING, ZoneOffset.UTC);
    private static final String DAMAGED = "A copy is damaged";

    private final TestDatabase database = TestDatabase.fresh();
    private final Journal journal = new Journal(database.jdbi(), State.ML, CLOCK, List.of(new RegistryProjection()));
    private final ChangeRows changes = new ChangeRows(
            new PeerJournals(database.jdbi(), journal, CLOCK, FakeStatements.VERIFIER, List.of()),
            new Registry(database.jdbi(), State.ML, CLOCK));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void ofSecretDataTheStatesThatTheyConcernAreTold() {
        say(
                new DatasetRecorded(
                        MORNING, RegistryFixture.dataset(HEALTH, 124).classifiedAs("SECRET")),
                damagedAt(MORNING.plusSeconds(1)));

        assertThat(shownTo(State.ML))
                .extracting(ChangeRow::what)
                .contains(DAMAGED)
                .hasSize(2);
        assertThat(shownTo(State.BF)).extracting(ChangeRow::what).containsExactly(DAMAGED);
        assertThat(shownTo(State.NE)).isEmpty();
    }

    @Test
    void whatIsSaidAgainPushesOutNothingElse() {
        say(new SiteReached(MORNING, OUAGADOUGOU));
        for (int i = 1; i <= 20; i++) {
            say(damagedAt(MORNING.plusSeconds(i)));
        }

        assertThat(shownTo(State.ML))
                .extracting(ChangeRow::what, ChangeRow::times)
                .containsExactly(tuple(DAMAGED, "20 times, last:"), tuple("A data centre answers again", ""));
        assertThat(shownTo(State.ML).getFirst())
                .extracting(ChangeRow::dataset, ChangeRow::href, ChangeRow::site, ChangeRow::said)
                .containsExactly("ML-DS-008", "/datasets/ML-DS-008", "BF-OUA-1", "journal of Mali, entry 20");
    }

    @Test
    void nothingIsToldOfAnEmptyJournal() {
        assertThat(shownTo(State.ML)).isEmpty();
    }

    private static ReplicaDamaged damagedAt(Instant at) {
        return new ReplicaDamaged(at, HEALTH, OUAGADOUGOU, RegistryFixture.VERSION, 1);
    }

    private void say(JournalEvent... events) {
        journal.append(List.of(events));
    }

    private List<ChangeRow> shownTo(State reader) {
        return changes.rows(Words.in("en"), reader);
    }
}
