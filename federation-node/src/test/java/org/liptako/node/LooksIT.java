package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.inquiry.v1.Inquiry;
import org.liptako.inquiry.v1.InquiryServiceGrpc;
import org.liptako.inquiry.v1.ListInquiriesRequest;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.ListReplicasRequest;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.WhereRequest;

/** Who has looked at what of a whole node stands in its book. */
@SuppressWarnings("NullAway.Init") // Made before each test.
class LooksIT {
    private static final String DATASET = "ML-DS-008";

    @TempDir
    private Path directory;

    private ConsoleScene mali;

    @BeforeEach
    void start() throws IOException {
        mali = new ConsoleScene(directory);
    }

    @AfterEach
    void stop() {
        mali.close();
    }

    @Test
    void whatARegulatorLooksAtIsForRegulatorsAlone() {
        try (NodeConnection regulator = as(Role.REGULATOR);
                NodeConnection operator = as(Role.OPERATOR)) {
            where(regulator, DATASET);
            operator.service(RegistryServiceGrpc::newBlockingStub)
                    .listReplicas(ListReplicasRequest.getDefaultInstance());

            assertThat(looks(operator)).singleElement().satisfies(look -> {
                assertThat(look.getQuestion()).isEqualTo("replica list");
                assertThat(look.getRows()).isPositive();
            });
            assertThat(looks(regulator)).hasSize(2).anySatisfy(look -> {
                assertThat(look.getQuestion()).isEqualTo("where");
                assertThat(look.getSentence().getFr()).isEqualTo("Où est chaque copie (dataset " + DATASET + ")");
                assertThat(look.getCaller()).contains("regulator");
                assertThat(look.getRows()).isPositive();
            });
        }
    }

    @Test
    void whatIsRefusedWasAskedAllTheSame() {
        try (NodeConnection regulator = as(Role.REGULATOR)) {
            assertThatThrownBy(() -> where(regulator, "ML-DS-000")).isInstanceOf(StatusRuntimeException.class);

            assertThat(looks(regulator)).singleElement().satisfies(look -> {
                assertThat(look.getSentence().getEn()).contains("ML-DS-000");
                assertThat(look.getRows()).isZero();
            });
        }
    }

    @Test
    void aNodeOfAPeerFollowsTheJournalUnwritten() {
        try (NodeConnection peer = mali.connection(TrialRegion.tree()
                        .node(TrialRegion.capital(State.NE), 1)
                        .read());
                NodeConnection regulator = as(Role.REGULATOR)) {
            read(peer);
            assertThat(looks(regulator)).isEmpty();

            read(regulator);
            assertThat(looks(regulator)).extracting(Inquiry::getQuestion).containsExactly("journal");
        }
    }

    @Test
    void nothingIsShownThatCannotBeWrittenDown() throws IOException {
        TrialBrowser browser = mali.browser(Role.REGULATOR);
        try (NodeConnection regulator = as(Role.REGULATOR)) {
            mali.alter("ALTER TABLE inquiry RENAME TO hidden");

            assertThatThrownBy(() -> where(regulator, DATASET)).isInstanceOf(StatusRuntimeException.class);
            assertThatThrownBy(() -> read(regulator)).isInstanceOf(StatusRuntimeException.class);
            assertThat(browser.get("/datasets/" + DATASET).body()).doesNotContain("XX-EU-1", "ML-BKO-1 ");
            assertThat(browser.get("/datasets/" + DATASET).statusCode()).isEqualTo(500);
            mali.alter("ALTER TABLE hidden RENAME TO inquiry");

            where(regulator, DATASET);
            assertThat(looks(regulator)).hasSize(1);
        }
    }

    @Test
    void pagesAndReceiptsStandInItOnceAndAreReadThere() throws IOException {
        TrialBrowser regulator = mali.browser(Role.REGULATOR);
        TrialBrowser operator = mali.browser(Role.OPERATOR);
        regulator.get("/datasets/" + DATASET + "?lang=fr");
        regulator.get("/questions/copies?dataset=" + DATASET);
        regulator.get("/receipts/state?dataset=" + DATASET);
        regulator.get("/rules");
        operator.get("/map");

        try (NodeConnection reader = as(Role.REGULATOR)) {
            assertThat(looks(reader))
                    .extracting(look -> look.getSentence().getFr())
                    .as("the page of a dataset asks a question of its own")
                    .hasSize(5)
                    .anyMatch(said -> said.equals("La page /map"))
                    .anyMatch(said -> said.equals("La page /datasets/" + DATASET + "?lang=fr"))
                    .anyMatch(said -> said.startsWith("La page /receipts/state?dataset="));
        }
        assertThat(regulator.get("/questions/asked?lang=fr").body())
                .contains("Vous voyez tout", "/datasets/" + DATASET, "La page /map");
        assertThat(operator.get("/questions/asked?lang=fr").body())
                .contains("La page /map", "vous-même")
                .doesNotContain(DATASET, "Vous voyez tout");
        assertThat(operator.get("/questions/asked?after=nonsense").statusCode()).isEqualTo(400);
    }

    private static void where(NodeConnection caller, String dataset) {
        caller.service(RegistryServiceGrpc::newBlockingStub)
                .where(WhereRequest.newBuilder().setDataset(dataset).build());
    }

    private static void read(NodeConnection caller) {
        caller.service(JournalServiceGrpc::newBlockingStub)
                .readEntries(ReadEntriesRequest.getDefaultInstance())
                .forEachRemaining(entry -> assertThat(entry).isNotNull());
    }

    private static List<Inquiry> looks(NodeConnection reader) {
        return reader.service(InquiryServiceGrpc::newBlockingStub)
                .listInquiries(ListInquiriesRequest.getDefaultInstance())
                .getInquiriesList();
    }

    private NodeConnection as(Role role) {
        return mali.connection(TrialRegion.of(TrialRegion.someone(State.ML, role)));
    }
}
