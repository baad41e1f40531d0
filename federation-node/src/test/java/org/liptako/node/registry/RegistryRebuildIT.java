package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.registry.RegistryFixture.ABROAD;
import static org.liptako.node.registry.RegistryFixture.BAMAKO;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.CustodyCause;
import org.liptako.node.journal.event.CustodyDisputed;
import org.liptako.node.journal.event.CustodyRestored;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.journal.event.TransferDiscarded;
import org.liptako.node.journal.event.TransferStarted;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

class RegistryRebuildIT {
    private final TestDatabase database = TestDatabase.fresh();
    private final TestDatabase elsewhere = TestDatabase.fresh();
    private final List<JournalProjection> projections = List.of(new RegistryProjection());
    private final Random random = new Random(7);

    @AfterEach
    void close() {
        database.close();
        elsewhere.close();
    }

    /** Two States write at once; one follows the other in batches, late, and then forgets and rebuilds everything. */
    @Test
    void theRebuiltRegistryEqualsTheLiveOneRowByRow() {
        Journal mali = new Journal(database.jdbi(), State.ML, Clock.systemUTC(), projections);
        Journal burkina = new Journal(elsewhere.jdbi(), State.BF, Clock.systemUTC(), projections);
        JournalHeads heads = new JournalHeads(elsewhere.jdbi(), burkina, FakeStatements.of(State.BF));
        PeerJournals peers =
                new PeerJournals(database.jdbi(), mali, Clock.systemUTC(), FakeStatements.VERIFIER, projections);
        for (int step = 0; step < 150; step++) {
            Journal journal = random.nextBoolean() ? mali : burkina;
            journal.append(any(journal.now()));
            if (random.nextInt(10) == 0) {
                catchUp(peers, burkina, heads);
            }
        }
        catchUp(peers, burkina, heads);
        List<String> live = rows(database.jdbi());

        long read = new JournalReplay(database.jdbi(), projections).run();

        assertThat(read).isEqualTo(150);
        assertThat(live).hasSizeGreaterThan(150);
        assertThat(rows(database.jdbi())).containsExactlyElementsOf(live);
    }

    @Test
    void aRebuildThatBreaksOffLeavesTheRegistryAsItWas() {
        Journal mali = new Journal(database.jdbi(), State.ML, Clock.systemUTC(), projections);
        for (int step = 0; step < 20; step++) {
            mali.append(any(mali.now()));
        }
        List<String> live = rows(database.jdbi());

        assertThatThrownBy(() -> new JournalReplay(database.jdbi(), List.of(new BreaksOff(10))).run())
                .hasMessage("the power is gone");

        assertThat(rows(database.jdbi())).isEqualTo(live);
    }

    /** Reads so many entries. */
    private static final class BreaksOff implements JournalProjection {
        private final RegistryProjection registry = new RegistryProjection();
        private int left;

        private BreaksOff(int left) {
            this.left = left;
        }

        @Override
        public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
            if (left-- == 0) {
                throw new IllegalStateException("the power is gone");
            }
            registry.apply(handle, saidBy, index, event, recordedAt);
        }

        @Override
        public void clear(Handle handle) {
            registry.clear(handle);
        }
    }

    private static void catchUp(PeerJournals peers, Journal journal, JournalHeads heads) {
        long known = peers.status(journal.state()).chain().length();
        peers.follow(journal.state(), known, journal.read(known, 1000), heads.head());
    }

    /** Something, now or some time back. */
    private JournalEvent any(Instant now) {
        Instant at = now.minus(Duration.ofHours(random.nextInt(48)));
        List<JournalEvent> choice = new ArrayList<>(List.of(
                new SiteRecorded(at, RegistryFixture.site(BAMAKO, Country.of(State.ML), 5L + random.nextInt(5))),
                new SiteRecorded(at, RegistryFixture.site(OUAGADOUGOU, Country.of(State.BF), 9L)),
                new DatasetRecorded(at, RegistryFixture.dataset(HEALTH, random.nextInt(100))),
                new CopyRecorded(at, HEALTH, BAMAKO, CopyStanding.UNPROVEN),
                new CopyRecorded(at, HEALTH, ABROAD, CopyStanding.EXTERNAL),
                new ExternalCopyErased(
                        at, new CampaignId("ML-RETOUR"), HEALTH, ABROAD, RegistryFixture.RULES, List.of("one", "two")),
                new RegisterDeclared(at, Register.HOLDS, random.nextBoolean()),
                new HoldRecorded(at, HEALTH, random.nextBoolean(), "court"),
                new IncidentDeclared(at, random.nextBoolean(), at.minusSeconds(3600), "act"),
                new AuthorisationRecorded(
                        at,
                        HEALTH,
                        "REPLICATE",
                        Country.of(State.BF),
                        "GRANTED",
                        at,
                        at.plus(Duration.ofHours(30)),
                        "ref"),
                RegistryFixture.granted(at, "REPLICATE"),
                RegistryFixture.accepted(at, random.nextBoolean() ? "REPLICATE" : "ERASE"),
                new TransferStarted(at, SERIAL, HEALTH, OUAGADOUGOU, VERSION),
                new TransferDiscarded(at, SERIAL, HEALTH, OUAGADOUGOU, "expired"),
                new ReplicaSealed(at, SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, random.nextBoolean()),
                new ReplicaErased(at, SERIAL, HEALTH, OUAGADOUGOU),
                new CustodyDisputed(
                        at, State.NE, CustodyCause.TRUST_STATE, 2, null, new Sentence("révoquée", "revoked")),
                new CustodyRestored(
                        at, State.NE, CustodyCause.TRUST_STATE, 3, null, new Sentence("rétablie", "restored"))));
        return choice.get(random.nextInt(choice.size()));
    }

    private static List<String> rows(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT r::text FROM registry_statement r ORDER BY 1")
                .mapTo(String.class)
                .list());
    }
}
