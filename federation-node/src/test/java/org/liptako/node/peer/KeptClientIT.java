package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.restore.KeptJournal;
import org.liptako.node.journal.serving.KeptEndpoint;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.witness.TrialLog;
import org.liptako.node.journal.witness.WitnessDesk;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.SignedNote;

/** Mali asks Burkina Faso and Niger over real TLS what they have kept of its journal; Niger's node is not there. */
class KeptClientIT {
    private static final Clock CLOCK = Clock.systemUTC();

    private final TestDatabase atBamako = TestDatabase.fresh();
    private final TestDatabase atOuagadougou = TestDatabase.fresh();
    private final Journal journal = new Journal(atBamako.jdbi(), State.ML, CLOCK, List.of());
    private final Journal burkinas = new Journal(atOuagadougou.jdbi(), State.BF, CLOCK, List.of());
    private final PeerJournals followed =
            new PeerJournals(atOuagadougou.jdbi(), burkinas, CLOCK, FakeStatements.VERIFIER, List.of());
    private final TrialServer mali = new TrialServer(State.ML, CLOCK, List.of());
    private WitnessDesk desk;
    private TrialServer burkina;
    private TlsPeerChannels channels;
    private List<KeptJournal> kept;

    @BeforeEach
    void serve() {
        NodeTrust trust = TrialLog.trust(State.BF);
        desk = new WitnessDesk(
                atOuagadougou.jdbi(),
                burkinas,
                new JournalTree(atOuagadougou.jdbi()),
                TrialLog.witness(State.BF, trust));
        burkina = new TrialServer(
                State.BF,
                CLOCK,
                List.of(new KeptEndpoint(followed, desk, () -> Caller.current().state())));
        PeerDirectory directory = new PeerDirectory(List.of(new PeerConfig(
                State.BF,
                TrialRegion.capital(State.BF),
                "127.0.0.1",
                burkina.port(),
                burkina.identity().serverName())));
        channels = new TlsPeerChannels(directory, mali.tls(), mali.trust());
        kept = List.of(new KeptClient(State.BF, channels), new KeptClient(State.NE, channels));
    }

    @AfterEach
    void close() {
        channels.close();
        burkina.close();
        mali.close();
        atBamako.close();
        atOuagadougou.close();
    }

    @Test
    void whatWasFollowedIsGivenBackToTheStateThatSignedIt() {
        for (int i = 0; i < 100; i++) {
            journal.append(
                    new AlarmRaised(journal.now(), "TEST", State.ML, new Sentence("é".repeat(20_000), "entry " + i)));
        }
        JournalHeads heads = new JournalHeads(atBamako.jdbi(), journal, FakeStatements.of(State.ML));
        followed.follow(State.ML, 0, journal.read(0, 100), heads.head());

        KeptJournal.Extent extent = kept.getFirst().extent().orElseThrow();
        assertThat(extent.head()).isEqualTo(followed.head(State.ML)).isPresent();
        List<JournalEntry> entries = new ArrayList<>();
        int pages = 0;
        while (entries.size() < 100) {
            entries.addAll(kept.getFirst().read(entries.size()));
            pages++;
        }
        assertThat(entries).isEqualTo(journal.read(0, 100));
        assertThat(pages).as("a page has a limit in bytes").isGreaterThan(2);
        assertThat(kept.getFirst().read(100)).isEmpty();
    }

    @Test
    void theCheckpointThatWasCosignedIsShownAsItWasSigned() {
        TrialLog log = new TrialLog(State.ML).with(3, "entry");
        SignedNote checkpoint = log.lastCheckpoint().orElseThrow();
        desk.add(State.ML, 0, log.consistency(0, 3).path(), checkpoint.toBytes());

        assertThat(kept.getFirst().extent().orElseThrow().cosigned()).contains(checkpoint);
    }

    @Test
    void aPeerThatHasReadNothingSaysSoAndOneThatIsNotThereIsSilent() {
        assertThat(kept.getFirst().extent())
                .hasValueSatisfying(extent -> assertThat(extent.head()).isEmpty());
        assertThat(kept.getLast().extent()).isEmpty();
        assertThat(kept.getLast().read(0)).as("it is passed over").isEmpty();
    }
}
