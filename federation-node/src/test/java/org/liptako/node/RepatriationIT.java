package org.liptako.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.campaign.v1.Campaign;
import org.liptako.campaign.v1.CampaignCopy;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.CampaignServiceGrpc.CampaignServiceBlockingStub;
import org.liptako.campaign.v1.CloseCampaignRequest;
import org.liptako.campaign.v1.CopyAbroad;
import org.liptako.campaign.v1.GetCampaignRequest;
import org.liptako.campaign.v1.ListCampaignsRequest;
import org.liptako.campaign.v1.OpenCampaignRequest;
import org.liptako.campaign.v1.PauseCampaignRequest;
import org.liptako.campaign.v1.PlanCampaignRequest;
import org.liptako.campaign.v1.RepatriationStage;
import org.liptako.campaign.v1.RunCampaignRequest;
import org.liptako.campaign.v1.SignErasureEvidenceRequest;
import org.liptako.campaign.v1.WithdrawCopyRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.VerifyReplicaRequest;
import org.liptako.node.cli.campaign.ErasureEvidence;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.pki.receipt.ReceiptException;
import org.liptako.pki.receipt.ReceiptVerifier;
import org.liptako.pki.receipt.Words;
import org.liptako.receipt.v1.CopyAtSite;
import org.liptako.receipt.v1.MakeReceiptRequest;
import org.liptako.receipt.v1.ReceiptServiceGrpc;
import org.liptako.registry.v1.Erasure;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.RegisterServiceGrpc;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.WhereRequest;

/** Mali's whole node with the samples' catalogue and rules brings copies home from the host in Paris. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RepatriationIT {
    private static final String CAMPAIGN = "ML-RETOUR-2026";
    private static final String CRIMINAL = "ML-DS-009";
    private static final String TRADE = "ML-DS-010";
    private static final String ABROAD = "XX-EU-1";
    private static final String HOME = "ML-BKO-1";
    private static final Duration SOON = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    private final TestDatabase database = TestDatabase.fresh();
    private final Map<Credential, ManagedChannel> channels = new HashMap<>();
    private final Credential operator = TrialRegion.operator(State.ML);
    private final Credential officer = TrialRegion.of(Party.of(State.ML, Role.OFFICER, "a-traore"));
    private Node node;

    @BeforeEach
    void start() throws Exception {
        begin();
        var register = RegisterServiceGrpc.newBlockingStub(
                channel(TrialRegion.tree().administrator(State.ML).read()));
        for (String sample : List.of("sites.yaml", "datasets.yaml")) {
            register.importCatalogue(ImportCatalogueRequest.newBuilder()
                    .setYaml(Files.readString(Path.of("src/main/samples", sample)))
                    .build());
        }
    }

    @AfterEach
    void end() {
        channels.values().forEach(ManagedChannel::shutdownNow);
        node.close();
        database.close();
    }

    @Test
    void aCopyGoesFromThePlanToTheEvidenceThatItIsGoneAbroad() throws Exception {
        open(CRIMINAL, TRADE);
        assertThat(copy(CRIMINAL).getLawList())
                .as("the rules in force set the day")
                .isNotEmpty()
                .allSatisfy(law -> assertThat(law.getLegalBasisList()).isNotEmpty());
        plan();
        assertThat(copy(CRIMINAL).getHome()).isEqualTo(HOME);
        assertThat(code(() -> officers().closeCampaign(closing()))).isEqualTo("NOT_READY");

        write("retour/casier/registre.bin", "casier");
        write("retour/casier/annexes/index.bin", "index");
        list("retour/casier.sha256", "retour/casier", "registre.bin", "annexes/index.bin");
        run(CRIMINAL, "retour/casier", "retour/casier.sha256");
        CampaignCopy home = awaitStage(CRIMINAL, RepatriationStage.REPATRIATION_STAGE_SEALED);
        assertThat(home.getFiles()).isEqualTo(2);
        assertThat(home.getGrant()).startsWith("ML-");
        assertThat(statuses(CRIMINAL)).containsExactlyInAnyOrder(HOME + " SEALED", ABROAD + " EXTERNAL");

        assertThat(sign(operator, TRADE, "procès-verbal")).as("not home yet").isEqualTo("NOT_READY");
        assertThat(sign(operator, CRIMINAL, "procès-verbal")).isEqualTo("REPATRIATION_STAGE_SEALED");
        assertThat(sign(operator, CRIMINAL, "procès-verbal"))
                .as("the same person again")
                .isEqualTo("REPATRIATION_STAGE_SEALED");
        assertThat(sign(officer, CRIMINAL, "un autre document")).isEqualTo("REPATRIATION_STAGE_SEALED");
        assertThat(statuses(CRIMINAL)).contains(ABROAD + " EXTERNAL");
        assertThat(sign(officer, CRIMINAL, "procès-verbal")).isEqualTo("REPATRIATION_STAGE_DONE");
        assertThat(statuses(CRIMINAL)).containsExactlyInAnyOrder(HOME + " SEALED", ABROAD + " ERASED");
        assertThat(erasure(CRIMINAL).getSignersList()).hasSize(2).contains("ML officer a-traore");
        assertThat(erasure(CRIMINAL).getDocument())
                .isEqualTo(Digest.over("procès-verbal".getBytes(UTF_8)).hex());
        assertThat(provedOfErasure(CRIMINAL))
                .as("without the node")
                .anyMatch(line -> line.startsWith("The signatures on that document are in this receipt"));

        assertThat(sentence(() -> officers().closeCampaign(closing())))
                .contains(TRADE)
                .doesNotContain(CRIMINAL);
        bringHome(TRADE, "commerce");
        sign(operator, TRADE, "procès-verbal");
        sign(officer, TRADE, "procès-verbal");
        assertThat(officers().closeCampaign(closing()).getCampaign().getClosedAt())
                .isNotEmpty();
        assertThat(campaign().getTotal().getBytesLeft()).isZero();
        assertThat(campaign().getMeasured()).isTrue();
    }

    @Test
    void nothingIsSealedThatIsNotWhatTheListFromAbroadNames() throws Exception {
        open(CRIMINAL);
        plan();
        write("retour/casier/registre.bin", "casier");
        write("retour/casier/index.bin", "index");
        list("retour/casier.sha256", "retour/casier", "registre.bin", "index.bin");
        write("retour/casier/registre.bin", "CASIER");
        run(CRIMINAL, "retour/casier", "retour/casier.sha256");
        assertThat(awaitWaiting(CRIMINAL, "digest")).contains("registre.bin");

        write("retour/casier/registre.bin", "casier");
        write("retour/casier/de-trop.bin", "more");
        run(CRIMINAL, "retour/casier", "retour/casier.sha256");
        assertThat(awaitWaiting(CRIMINAL, "not in the list")).contains("de-trop.bin");

        Files.delete(publish("retour/casier/de-trop.bin"));
        run(CRIMINAL, "retour/casier", "retour/casier.sha256");
        awaitStage(CRIMINAL, RepatriationStage.REPATRIATION_STAGE_SEALED);
    }

    @Test
    void aNodeThatIsStartedAgainGoesOnByItself() throws Exception {
        open(CRIMINAL);
        plan();
        write("retour/casier/registre.bin", "casier");
        write("retour/casier/index.bin", "index");
        list("retour/casier.sha256", "retour/casier", "registre.bin", "index.bin");
        Files.delete(publish("retour/casier/index.bin"));
        run(CRIMINAL, "retour/casier", "retour/casier.sha256");
        assertThat(awaitWaiting(CRIMINAL, "have not come")).contains("index.bin", "1 of 2");
        node.close();

        write("retour/casier/index.bin", "index");
        begin();
        awaitStage(CRIMINAL, RepatriationStage.REPATRIATION_STAGE_SEALED);
        verify(CRIMINAL);
        assertThat(statuses(CRIMINAL)).contains(HOME + " SEALED");

        List<String> live = rows();
        new JournalReplay(database.jdbi(), ProjectionUpkeep.projections(State.ML)).run();
        assertThat(live).isNotEmpty();
        assertThat(rows()).as("campaigns are rebuilt from the journal").isEqualTo(live);
    }

    @Test
    void whatIsHeldDoesNotBeginAndNobodyRunsWhatIsNotPlanned() throws Exception {
        open(CRIMINAL);
        write("retour/casier/registre.bin", "casier");
        list("retour/casier.sha256", "retour/casier", "registre.bin");
        RunCampaignRequest running = running(CRIMINAL, "retour/casier", "retour/casier.sha256");
        assertThat(code(() -> operators().runCampaign(running))).isEqualTo("NOT_READY");
        plan();
        PauseCampaignRequest holding =
                PauseCampaignRequest.newBuilder().setCampaign(CAMPAIGN).build();
        for (String blank : List.of("", " \u00a0")) {
            assertThat(code(() -> operators()
                            .pauseCampaign(holding.toBuilder().setReason(blank).build())))
                    .as("nobody would know why")
                    .isEqualTo("INVALID_REQUEST");
        }
        operators().pauseCampaign(holding.toBuilder().setReason("disque plein").build());
        assertThat(code(() -> operators().runCampaign(running))).isEqualTo("NOT_READY");
        operators()
                .pauseCampaign(PauseCampaignRequest.newBuilder()
                        .setCampaign(CAMPAIGN)
                        .setResume(true)
                        .build());
        assertThat(code(() -> operators()
                        .runCampaign(running.toBuilder().setListing("none").build())))
                .isEqualTo("INVALID_REQUEST");
        operators().runCampaign(running);
        awaitStage(CRIMINAL, RepatriationStage.REPATRIATION_STAGE_SEALED);
    }

    @Test
    void planningACopyThatWasWithdrawnSaysSo() throws Exception {
        open(CRIMINAL, TRADE);
        WithdrawCopyRequest leaving = WithdrawCopyRequest.newBuilder()
                .setCampaign(CAMPAIGN)
                .setDataset(TRADE)
                .setReason("par erreur")
                .build();
        assertThat(code(() -> officers()
                        .withdrawCopy(leaving.toBuilder().setReason(" \t").build())))
                .isEqualTo("LIMIT_BROKEN");
        officers().withdrawCopy(leaving);

        assertThat(sentence(() -> operators()
                        .planCampaign(PlanCampaignRequest.newBuilder()
                                .setCampaign(CAMPAIGN)
                                .addDatasets(TRADE)
                                .build())))
                .contains("was withdrawn from the campaign ML-RETOUR-2026 by ML officer a-traore (par erreur)");
    }

    @Test
    void aMinistrySeesWhatIsLeftAndWhatIsOverdue() {
        open(CRIMINAL, TRADE);
        operators()
                .planCampaign(PlanCampaignRequest.newBuilder()
                        .setCampaign(CAMPAIGN)
                        .setBytesPerSecond(1_000_000)
                        .build());
        var answer = operators().listCampaigns(ListCampaignsRequest.getDefaultInstance());
        assertThat(answer.getTotal().getBytesLeft()).isEqualTo((374L + 239) * 1_000_000_000);
        assertThat(answer.getTotal().getExpectedEnd()).isNotEmpty();
        assertThat(answer.getOwnersList())
                .singleElement()
                .satisfies(owner -> assertThat(owner.getOwner()).isEqualTo("Ministère de la justice"));
        assertThat(answer.getTotal().getOverdue()).isEqualTo(2);
        assertThat(answer.getTotal().getOverdueUnderList()).isNotEmpty();
    }

    private void begin() throws IOException {
        node = Node.start(LoneNode.settings(
                directory,
                database.config(),
                new RulesConfig(Path.of("src/main/samples/rules"), EngineChoice.EMBEDDED, null)));
        channels.values().forEach(ManagedChannel::shutdownNow);
        channels.clear();
        Files.createDirectories(directory.resolve("publish"));
    }

    /** Once the rules have been asked about the copies abroad. */
    private void open(String... datasets) {
        var request = OpenCampaignRequest.newBuilder().setCampaign(CAMPAIGN).setTitle("Retour des données");
        for (String dataset : datasets) {
            request.addCopies(CopyAbroad.newBuilder().setDataset(dataset));
        }
        await().atMost(SOON)
                .until(() ->
                        code(() -> officers().openCampaign(request.build())).isEmpty());
        officers().openCampaign(request.build());
    }

    private void plan() {
        operators()
                .planCampaign(
                        PlanCampaignRequest.newBuilder().setCampaign(CAMPAIGN).build());
    }

    private void bringHome(String dataset, String name) throws IOException {
        write("retour/" + name + "/registre.bin", name);
        list("retour/" + name + ".sha256", "retour/" + name, "registre.bin");
        run(dataset, "retour/" + name, "retour/" + name + ".sha256");
        awaitStage(dataset, RepatriationStage.REPATRIATION_STAGE_SEALED);
    }

    private void run(String dataset, String origin, String listing) {
        operators().runCampaign(running(dataset, origin, listing));
    }

    private static RunCampaignRequest running(String dataset, String origin, String listing) {
        return RunCampaignRequest.newBuilder()
                .setCampaign(CAMPAIGN)
                .setDataset(dataset)
                .setOrigin(origin)
                .setListing(listing)
                .build();
    }

    private static CloseCampaignRequest closing() {
        return CloseCampaignRequest.newBuilder().setCampaign(CAMPAIGN).build();
    }

    /** The stage after it, or the code of the failure. */
    private String sign(Credential person, String dataset, String document) {
        var evidence = new ErasureEvidence(
                CAMPAIGN, dataset, ABROAD, Digest.over(document.getBytes(UTF_8)).hex(), document);
        byte[] signature = QuorumSigner.sign(evidence.statement(), person, Instant.now());
        try {
            return CampaignServiceGrpc.newBlockingStub(channel(person))
                    .signErasureEvidence(SignErasureEvidenceRequest.newBuilder()
                            .setCampaign(CAMPAIGN)
                            .setDataset(dataset)
                            .setSite(ABROAD)
                            .setDocument(evidence.document())
                            .setTitle(document)
                            .setSignature(ByteString.copyFrom(signature))
                            .build())
                    .getCopy()
                    .getStage()
                    .name();
        } catch (StatusRuntimeException refused) {
            return ErrorTrailer.codeOf(refused).orElseThrow().name();
        }
    }

    private void verify(String dataset) {
        ReplicaServiceGrpc.newBlockingStub(channel(operator))
                .verifyReplica(
                        VerifyReplicaRequest.newBuilder().setDataset(dataset).build())
                .forEachRemaining(progress -> assertThat(progress).isNotNull());
    }

    private CampaignCopy awaitStage(String dataset, RepatriationStage stage) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(copy(dataset).getStage())
                        .as(copy(dataset).getWaiting().getEn())
                        .isEqualTo(stage));
        return copy(dataset);
    }

    private String awaitWaiting(String dataset, String words) {
        await().atMost(SOON).until(() -> copy(dataset).getWaiting().getEn().contains(words));
        return copy(dataset).getWaiting().getEn();
    }

    private Campaign campaign() {
        return operators()
                .getCampaign(
                        GetCampaignRequest.newBuilder().setCampaign(CAMPAIGN).build())
                .getCampaign();
    }

    private CampaignCopy copy(String dataset) {
        return campaign().getCopiesList().stream()
                .filter(copy -> copy.getDataset().equals(dataset))
                .findFirst()
                .orElseThrow();
    }

    private List<String> statuses(String dataset) {
        return RegistryServiceGrpc.newBlockingStub(channel(operator))
                .where(WhereRequest.newBuilder().setDataset(dataset).build())
                .getReplicasList()
                .stream()
                .map((Replica replica) -> replica.getSite() + " " + replica.getStatus())
                .toList();
    }

    private Erasure erasure(String dataset) {
        return RegistryServiceGrpc.newBlockingStub(channel(operator))
                .where(WhereRequest.newBuilder().setDataset(dataset).build())
                .getReplicasList()
                .stream()
                .filter(replica -> replica.getSite().equals(ABROAD))
                .findFirst()
                .orElseThrow()
                .getErasure();
    }

    /** Once the journal is signed as far as the erasure. */
    private List<String> provedOfErasure(String dataset) throws ReceiptException {
        await().atMost(SOON).until(() -> code(() -> receipt(dataset)).isEmpty());
        return new ReceiptVerifier(TrialRegion.ZONE, List.of(TrialRegion.root()))
                .verify(receipt(dataset), Instant.now()).proved().stream()
                        .map(Words::en)
                        .toList();
    }

    private byte[] receipt(String dataset) {
        return ReceiptServiceGrpc.newBlockingStub(
                        channel(TrialRegion.tree().regulator(State.ML).read()))
                .makeReceipt(MakeReceiptRequest.newBuilder()
                        .setErasure(CopyAtSite.newBuilder().setDataset(dataset).setSite(ABROAD))
                        .build())
                .getReceipt()
                .toByteArray();
    }

    private List<String> rows() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT c::text FROM campaign c"
                                        + " UNION ALL SELECT k::text FROM campaign_copy k"
                                        + " UNION ALL SELECT s::text FROM campaign_signature s"
                                        + " UNION ALL SELECT r::text FROM registry_statement r WHERE kind = 'REPLICA' ORDER BY 1")
                        .mapTo(String.class)
                        .list());
    }

    private Path publish(String name) {
        return directory.resolve("publish").resolve(name);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(publish(name).getParent());
        Files.writeString(publish(name), text);
    }

    /** As sha256sum writes it. */
    private void list(String listing, String origin, String... names) throws IOException {
        var lines = new StringBuilder();
        for (String name : names) {
            lines.append(Digest.over(Files.readAllBytes(publish(origin).resolve(name)))
                            .hex())
                    .append("  ./")
                    .append(name)
                    .append('\n');
        }
        write(listing, lines.toString());
    }

    private CampaignServiceBlockingStub operators() {
        return CampaignServiceGrpc.newBlockingStub(channel(operator));
    }

    private CampaignServiceBlockingStub officers() {
        return CampaignServiceGrpc.newBlockingStub(channel(officer));
    }

    /** The code of the failure; empty if there is none. */
    private static String code(Callable<?> call) throws Exception {
        try {
            call.call();
            return "";
        } catch (StatusRuntimeException refused) {
            return ErrorTrailer.codeOf(refused).orElseThrow().name();
        }
    }

    private static String sentence(Callable<?> call) throws Exception {
        try {
            call.call();
            return "";
        } catch (StatusRuntimeException refused) {
            return String.valueOf(refused.getStatus().getDescription());
        }
    }

    private ManagedChannel channel(Credential caller) {
        return channels.computeIfAbsent(caller, this::connect);
    }

    private ManagedChannel connect(Credential caller) {
        try {
            return NettyChannelBuilder.forAddress("127.0.0.1", node.card().grpc())
                    .sslContext(GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                            .trustManager(TrialRegion.root())
                            .keyManager(caller.key(), caller.chain().toArray(X509Certificate[]::new))
                            .build())
                    .overrideAuthority(TrialFederation.serverName(State.ML))
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
