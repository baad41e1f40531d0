package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.node.cli.client.ClientCredentials;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeTarget;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.config.PeerProcess;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.peer.TrialPeers;
import org.liptako.operations.v1.DrainRequest;
import org.liptako.operations.v1.DrainResponse;
import org.liptako.operations.v1.OperationsServiceGrpc;
import org.liptako.operations.v1.ProbeRequest;
import org.liptako.operations.v1.ProbeServiceGrpc;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.RecordHoldRequest;
import org.liptako.registry.v1.RegisterServiceGrpc;

/** Two processes of Mali's node on one database, of which one leaves while officers write and Burkina Faso's node asks without a pause. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DrainIT {
    private static final SiteId BAMAKO = TrialRegion.capital(State.ML);
    private static final String REFERENCE = "RG 2026/41";
    private static final Path SAMPLES = Path.of("src/main/samples");
    private static final RulesConfig RULES = new RulesConfig(SAMPLES.resolve("rules"), EngineChoice.EMBEDDED, null);

    private final TestDatabase database = TestDatabase.fresh();
    private final TrialServer burkina = new TrialServer(State.BF, Clock.systemUTC(), List.of());

    @TempDir
    private Path directory;

    private Node first;
    private Node second;

    @BeforeEach
    void start() throws IOException {
        first = process(1);
        second = process(2);
        try (NodeConnection administrator =
                connection(TrialRegion.tree().administrator(State.ML).read())) {
            for (String sample : List.of("sites.yaml", "datasets.yaml")) {
                administrator
                        .service(RegisterServiceGrpc::newBlockingStub)
                        .importCatalogue(ImportCatalogueRequest.newBuilder()
                                .setYaml(Files.readString(SAMPLES.resolve(sample)))
                                .build());
            }
        }
    }

    @AfterEach
    void close() {
        second.close();
        first.close();
        burkina.close();
        database.close();
    }

    @Test
    void noCallFailsWhileOneOfTwoProcessesLeavesAndNothingIsLostOrDoubled() throws Exception {
        AtomicLong written = new AtomicLong();
        try (NodeConnection officer =
                        connection(TrialRegion.tree().officer(State.ML, 1).read());
                TrialPeers peers = new TrialPeers(burkina, peer());
                SteadyCalls calls = new SteadyCalls()) {
            calls.by(4, () -> {
                hold(officer);
                written.incrementAndGet();
            });
            calls.by(4, () -> node(officer));
            calls.by(
                    4,
                    () -> ProbeServiceGrpc.newBlockingStub(peers.channel(State.ML))
                            .probe(ProbeRequest.getDefaultInstance()));
            await().until(() -> calls.answered() > 500);

            first.close();

            long left = calls.answered();
            await().until(() -> calls.answered() > left + 500);
            calls.end();

            assertThat(calls.failures()).isEmpty();
            assertThat(holds()).isEqualTo(written.get());
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                GetNodeResponse now = node(officer);
                assertThat(now.getJournal().getCheckpointSize())
                        .as("the other signs on")
                        .isEqualTo(now.getJournalSize());
            });
        }
    }

    @Test
    void anOperatorsOrderHasAnAnswerAndThenTheProcessLeaves() throws Exception {
        Node ordered = second;
        Thread staying = Thread.ofVirtual().start(() -> {
            try {
                ordered.stay();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        DrainResponse answer;
        try (NodeConnection operator = NodeConnection.open(
                new NodeTarget("127.0.0.1", second.card().grpc(), name(2)),
                credentials(TrialRegion.operator(State.ML)))) {
            answer = operator.service(OperationsServiceGrpc::newBlockingStub).drain(DrainRequest.getDefaultInstance());
        }
        staying.join();

        assertThat(answer.getNumber()).isEqualTo(2);
        assertThat(answer.getOthersList()).containsExactly(1);
        try (NodeConnection operator = connection(TrialRegion.operator(State.ML))) {
            assertThat(node(operator).getName()).as("who answers now").endsWith("/1");
        }
    }

    private Node process(int number) throws IOException {
        Credential credential = TrialRegion.of(Party.at(BAMAKO, Role.NODE, Integer.toString(number)));
        CredentialFiles files =
                CredentialFiles.named(Files.createDirectories(directory.resolve("keys-" + number)), "node");
        files.write(credential);
        return Node.start(LoneNode.settings(directory, database.config(), RULES, number, files));
    }

    /** To whichever of the two answers, as the command line makes it. */
    private NodeConnection connection(Credential caller) {
        return NodeConnection.open(
                NodeTarget.of(
                        "127.0.0.1:" + first.card().grpc() + ",127.0.0.1:"
                                + second.card().grpc(),
                        name(1) + "," + name(2)),
                credentials(caller));
    }

    private PeerConfig peer() {
        return new PeerConfig(
                State.ML,
                BAMAKO,
                "127.0.0.1",
                first.card().grpc(),
                name(1),
                List.of(new PeerProcess("127.0.0.1", second.card().grpc(), name(2))));
    }

    private static ClientCredentials credentials(Credential caller) {
        return new ClientCredentials(caller, TrialRegion.tree().root().certificate());
    }

    private static String name(int number) {
        return Party.at(BAMAKO, Role.NODE, Integer.toString(number))
                .dnsNameIn(TrialRegion.ZONE)
                .orElseThrow();
    }

    private static GetNodeResponse node(NodeConnection caller) {
        return caller.service(FederationServiceGrpc::newBlockingStub).getNode(GetNodeRequest.getDefaultInstance());
    }

    /** How many entries of the journal say what the officers have. */
    private long holds() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM journal_entry WHERE state = 'ML' AND payload LIKE :said")
                        .bind("said", "%" + REFERENCE + "%")
                        .mapTo(Long.class)
                        .one());
    }

    private static void hold(NodeConnection officer) {
        var held = officer.service(RegisterServiceGrpc::newBlockingStub)
                .recordHold(RecordHoldRequest.newBuilder()
                        .setDataset("ML-DS-001")
                        .setHeld(true)
                        .setReference(REFERENCE)
                        .build());
        assertThat(held.getJournalIndex()).isPositive();
    }
}
