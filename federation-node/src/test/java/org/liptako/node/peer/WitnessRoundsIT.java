package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.journal.witness.TrialLog;
import org.liptako.node.journal.witness.WitnessDesk;
import org.liptako.node.journal.witness.WitnessEndpoint;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.journal.witness.WitnessReach;
import org.liptako.node.journal.witness.WitnessedLog;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.SignedNote;

/** Burkina Faso and Niger witness Mali's journal over real TLS, each on a database of its own. */
class WitnessRoundsIT {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<State> WITNESSES = List.of(State.BF, State.NE);

    private final Map<State, TestDatabase> databases = new EnumMap<>(State.class);
    private final Map<State, TrialServer> servers = new EnumMap<>(State.class);
    private final Map<State, WitnessDesk> desks = new EnumMap<>(State.class);
    private final TestDatabase atBamako = TestDatabase.fresh();
    private final TrialServer mali = new TrialServer(State.ML, CLOCK, List.of());
    private final OwnCosignatures cosignatures = new OwnCosignatures(atBamako.jdbi());
    private final NodeTrust trust = TrialLog.trust(State.ML);
    private final WitnessKeys keys = TrialLog.witness(State.ML, trust);
    private final Shown shown = new Shown(new TrialLog(State.ML).with(300, "entry"));
    private PeerDirectory directory;
    private TlsPeerChannels channels;

    /** The journal that Mali shows at the moment. */
    private static final class Shown implements WitnessedLog {
        private volatile TrialLog log;

        Shown(TrialLog log) {
            this.log = log;
        }

        @Override
        public Optional<SignedNote> lastCheckpoint() {
            return log.lastCheckpoint();
        }

        @Override
        public ConsistencyProof consistency(long oldSize, long size) {
            return log.consistency(oldSize, size);
        }
    }

    @BeforeEach
    void serve() {
        for (State witness : WITNESSES) {
            TestDatabase database = TestDatabase.fresh();
            NodeTrust held = TrialLog.trust(witness);
            WitnessDesk desk = new WitnessDesk(
                    database.jdbi(),
                    reader(witness, database),
                    new JournalTree(database.jdbi()),
                    TrialLog.witness(witness, held));
            databases.put(witness, database);
            desks.put(witness, desk);
            servers.put(
                    witness,
                    new TrialServer(
                            witness,
                            CLOCK,
                            List.of(new WitnessEndpoint(
                                    desk, () -> Caller.current().state()))));
        }
        directory = new PeerDirectory(WITNESSES.stream().map(this::peer).toList());
        channels = new TlsPeerChannels(directory, mali.tls(), mali.trust());
    }

    @AfterEach
    void close() {
        channels.close();
        servers.values().forEach(TrialServer::close);
        mali.close();
        databases.values().forEach(TestDatabase::close);
        atBamako.close();
    }

    @Test
    void bothOthersCosignEachNewCheckpoint() {
        try (WitnessRounds rounds =
                new WitnessRounds(directory, channels, shown, cosignatures, keys, new WitnessReach(), CLOCK)) {
            rounds.start();
            untilCosigned(300);
            shown.log.with(44, "entry");
            untilCosigned(344);

            SignedNote joined = cosignatures.joined(shown.lastCheckpoint().orElseThrow());
            assertThat(joined.signatures()).hasSize(3);
        }
    }

    @Test
    void aWitnessThatKnowsMoreThanWasRememberedIsAskedFromThere() {
        client(State.BF).ask();
        atBamako.jdbi().useHandle(handle -> handle.execute("DELETE FROM own_cosignature"));
        shown.log.with(44, "entry");

        client(State.BF).ask();

        assertThat(cosignatures.last(State.BF))
                .hasValueSatisfying(last -> assertThat(last.size()).isEqualTo(344));
    }

    @Test
    void aJournalThatWasForkedIsCosignedByNobodyAnyMore() {
        WITNESSES.forEach(witness -> client(witness).ask());
        TrialLog read = shown.log.with(5, "entry");
        shown.log = read.edited(123);

        for (State witness : WITNESSES) {
            TestDatabase database = Objects.requireNonNull(databases.get(witness));
            read.readInto(database.jdbi(), reader(witness, database));
            assertThatThrownBy(() -> client(witness).ask())
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("what it signed over 305 entries is not what was read here");
            assertThat(Objects.requireNonNull(desks.get(witness)).cosigned(State.ML))
                    .isEqualTo(300);
        }
        assertThat(cosignatures.joined(shown.lastCheckpoint().orElseThrow()).signatures())
                .hasSize(1);
    }

    @Test
    void aStateThatHasLostEntriesHearsHowManyWereCosigned() {
        client(State.NE).ask();
        shown.log = shown.log.cutTo(250);

        assertThatThrownBy(() -> client(State.NE).ask())
                .hasMessageContaining("has cosigned 300 entries of this journal, and only 250 are left here");
    }

    private static Journal reader(State witness, TestDatabase database) {
        return new Journal(database.jdbi(), witness, CLOCK, List.of());
    }

    private WitnessClient client(State witness) {
        return new WitnessClient(witness, channels, shown, cosignatures, keys);
    }

    private void untilCosigned(long size) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> WITNESSES.stream()
                        .allMatch(witness -> cosignatures
                                .last(witness)
                                .filter(last -> last.size() == size)
                                .isPresent()));
    }

    private PeerConfig peer(State witness) {
        TrialServer server = Objects.requireNonNull(servers.get(witness));
        return new PeerConfig(
                witness,
                TrialRegion.capital(witness),
                "127.0.0.1",
                server.port(),
                server.identity().serverName());
    }
}
