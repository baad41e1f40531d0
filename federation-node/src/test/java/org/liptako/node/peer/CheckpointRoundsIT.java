package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.serving.JournalEndpoint;
import org.liptako.node.journal.serving.TreeMessages;
import org.liptako.node.journal.tree.CheckpointKey;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.tree.TreeKeeper;
import org.liptako.node.journal.witness.KnownCheckpoints;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.journal.witness.ShownCheckpoints;
import org.liptako.node.journal.witness.TrialLog;
import org.liptako.node.journal.witness.WitnessDesk;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.registry.EntryDisclosure;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.EvidenceKeys;

/** Burkina Faso follows Mali's journal, and reads over real TLS what Mali and Niger show of it. */
class CheckpointRoundsIT {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LONG = Duration.ofSeconds(30);

    private final At bamako = new At(State.ML);
    private final At ouagadougou = new At(State.BF);
    private final At niamey = new At(State.NE);
    private final PeerDirectory directory = new PeerDirectory(List.of(bamako.asPeer(), niamey.asPeer()));
    private final TlsPeerChannels channels =
            new TlsPeerChannels(directory, ouagadougou.server.tls(), ouagadougou.server.trust());
    private final CheckpointRounds rounds = new CheckpointRounds(
            directory,
            channels,
            new ShownCheckpoints(ouagadougou.database.jdbi(), ouagadougou.own, ouagadougou.tree, ouagadougou.keys));
    private final TrialLog mali = new TrialLog(State.ML).with(300, "entry");

    /** One State's node, as far as journals go. */
    private static final class At implements AutoCloseable {
        private final State state;
        private final TestDatabase database = TestDatabase.fresh();
        private final Journal own;
        private final JournalTree tree;
        private final Checkpoints checkpoints;
        private final WitnessKeys keys;
        private final TrialServer server;

        At(State state) {
            this.state = state;
            own = new Journal(database.jdbi(), state, CLOCK, List.of());
            tree = new JournalTree(database.jdbi());
            keys = TrialLog.witness(state, TrialLog.trust(state));
            checkpoints = new Checkpoints(
                    database.jdbi(), own, new CheckpointKey(TrialLog.signer(EvidenceKeys.journalOf(state))));
            TreeMessages messages = new TreeMessages(
                    own,
                    tree,
                    checkpoints,
                    new OwnCosignatures(database.jdbi()),
                    new KnownCheckpoints(database.jdbi(), state));
            JournalHeads heads = new JournalHeads(
                    database.jdbi(), own, TrialRegion.node(state, CLOCK).signer());
            server = new TrialServer(
                    state,
                    CLOCK,
                    List.of(new JournalEndpoint(
                            own,
                            heads,
                            messages,
                            new EntryDisclosure(database.jdbi()),
                            () -> Caller.current().state())));
        }

        PeerConfig asPeer() {
            return new PeerConfig(
                    state,
                    TrialRegion.capital(state),
                    "127.0.0.1",
                    server.port(),
                    server.identity().serverName());
        }

        At reads(TrialLog log) {
            log.readInto(database.jdbi(), own);
            return this;
        }

        /** Signs what its database holds of its own journal, whatever that is. */
        void signs(long size) {
            try (TreeKeeper keeper = new TreeKeeper(database.jdbi(), own, checkpoints)) {
                keeper.start();
                await().atMost(LONG)
                        .until(() -> checkpoints
                                .last()
                                .filter(last -> last.size() == size)
                                .isPresent());
            }
        }

        void cosigns(TrialLog log) {
            new WitnessDesk(database.jdbi(), own, tree, keys)
                    .add(
                            State.ML,
                            0,
                            List.of(),
                            log.lastCheckpoint().orElseThrow().toBytes());
        }

        List<String> alarms() {
            List<String> words = new ArrayList<>();
            own.read(0, 100).stream()
                    .flatMap(entry -> entry.opened().stream())
                    .flatMap(opening -> JournalJson.event(opening.payload()).stream())
                    .forEach(event -> words.add(((AlarmRaised) event).words().en()));
            return words;
        }

        @Override
        public void close() {
            server.close();
            database.close();
        }
    }

    @AfterEach
    void close() {
        rounds.close();
        channels.close();
        niamey.close();
        ouagadougou.close();
        bamako.close();
    }

    @Test
    void aJournalThatOnlyGrewIsReadByEveryoneAlike() {
        ouagadougou.reads(mali);
        bamako.reads(mali.with(45, "entry")).signs(345);
        niamey.reads(mali).cosigns(mali);

        rounds.look();
        ouagadougou.reads(mali);
        rounds.look();
        rounds.look();

        assertThat(ouagadougou.alarms()).isEmpty();
        assertThat(bamako.server.calls("liptako.journal.v1.JournalService/GetConsistencyProof", "OK"))
                .isEqualTo(1);
    }

    @Test
    void aForkThatIsShownToOneReaderAloneIsFoundByWhatTheOtherStateHasCosigned() {
        ouagadougou.reads(mali);
        bamako.reads(mali).signs(300);
        niamey.reads(mali.edited(17)).cosigns(mali.edited(17));

        rounds.look();
        rounds.look();

        assertThat(ouagadougou.alarms())
                .containsExactly("The journal of Mali forks: entry 17 of the one that Niger shows, signed by Mali, is"
                        + " not the one that was read here.");
    }

    @Test
    void aStateThatSignsAnotherJournalThanItGaveIsFoundByItsOwnCheckpoint() {
        ouagadougou.reads(mali);
        bamako.reads(mali.edited(256)).signs(300);

        rounds.look();

        assertThat(ouagadougou.alarms())
                .singleElement()
                .asString()
                .contains("entry 256 of the one that Mali shows, signed by Mali");
    }

    @Test
    void aForkThatIsFurtherThanWhatWasReadIsFoundOnceAsMuchIsRead() {
        ouagadougou.reads(mali);
        TrialLog other = mali.edited(123).with(5, "entry");
        niamey.reads(other).cosigns(other);

        rounds.look();
        assertThat(ouagadougou.alarms()).isEmpty();
        ouagadougou.reads(mali.with(9, "entry"));
        rounds.look();

        assertThat(ouagadougou.alarms()).singleElement().asString().contains("entry 123 of the one that Niger shows");
    }

    @Test
    void aForkIsToldWithoutItsEntryWhereWhoShowsItHasNotReadIt() {
        ouagadougou.reads(mali);
        niamey.cosigns(mali.edited(17));

        rounds.look();

        assertThat(ouagadougou.alarms())
                .singleElement()
                .asString()
                .contains("the one that Niger shows, of 300 entries", "an entry below index 300 was changed");
    }
}
