package org.liptako.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.liptako.campaign.v1.Campaign;
import org.liptako.campaign.v1.CampaignCopy;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.CampaignServiceGrpc.CampaignServiceBlockingStub;
import org.liptako.campaign.v1.CloseCampaignRequest;
import org.liptako.campaign.v1.CopyAbroad;
import org.liptako.campaign.v1.GetCampaignRequest;
import org.liptako.campaign.v1.OpenCampaignRequest;
import org.liptako.campaign.v1.PlanCampaignRequest;
import org.liptako.campaign.v1.RepatriationStage;
import org.liptako.campaign.v1.RunCampaignRequest;
import org.liptako.campaign.v1.SignErasureEvidenceRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.VerifyReplicaRequest;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.campaign.ErasureEvidence;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.WhereRequest;

/**
 * A campaign of Mali's as its people run it, and what its node says of it.
 *
 * @param operator of Bamako's data centre
 * @param officer who opens it and closes it
 */
record ReturnCampaign(ReturningNode node, Credential operator, Credential officer) {
    static final String CAMPAIGN = "ML-RETOUR-2026";
    static final String CRIMINAL = "ML-DS-009";
    static final String TRADE = "ML-DS-010";
    static final String ABROAD = "XX-EU-1";
    static final String HOME = "ML-BKO-1";
    static final Duration SOON = Duration.ofMinutes(3);

    static final CloseCampaignRequest CLOSING =
            CloseCampaignRequest.newBuilder().setCampaign(CAMPAIGN).build();

    ReturnCampaign(ReturningNode node) {
        this(node, TrialRegion.operator(State.ML), TrialRegion.of(Party.of(State.ML, Role.OFFICER, "a-traore")));
    }

    CampaignServiceBlockingStub operators() {
        return CampaignServiceGrpc.newBlockingStub(node.channel(operator));
    }

    CampaignServiceBlockingStub officers() {
        return CampaignServiceGrpc.newBlockingStub(node.channel(officer));
    }

    /** Once the rules have been asked about the copies abroad. */
    void open(String... datasets) {
        var request = OpenCampaignRequest.newBuilder().setCampaign(CAMPAIGN).setTitle("Retour des données");
        for (String dataset : datasets) {
            request.addCopies(CopyAbroad.newBuilder().setDataset(dataset));
        }
        await().atMost(SOON)
                .until(() ->
                        code(() -> officers().openCampaign(request.build())).isEmpty());
        // The same again changes nothing.
        officers().openCampaign(request.build());
    }

    void plan() {
        operators()
                .planCampaign(
                        PlanCampaignRequest.newBuilder().setCampaign(CAMPAIGN).build());
    }

    void run(String dataset, String origin, String listing) {
        operators().runCampaign(running(dataset, origin, listing));
    }

    static RunCampaignRequest running(String dataset, String origin, String listing) {
        return RunCampaignRequest.newBuilder()
                .setCampaign(CAMPAIGN)
                .setDataset(dataset)
                .setOrigin(origin)
                .setListing(listing)
                .build();
    }

    /** The stage after it, or the code of the failure. */
    String sign(Credential person, String dataset, String document) {
        var evidence = new ErasureEvidence(
                CAMPAIGN, dataset, ABROAD, Digest.over(document.getBytes(UTF_8)).hex(), document);
        byte[] signature = QuorumSigner.sign(evidence.statement(), person, Instant.now());
        try {
            return CampaignServiceGrpc.newBlockingStub(node.channel(person))
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

    /** Has every byte of the copy at home read again. */
    void verify(String dataset) {
        ReplicaServiceGrpc.newBlockingStub(node.channel(operator))
                .verifyReplica(
                        VerifyReplicaRequest.newBuilder().setDataset(dataset).build())
                .forEachRemaining(progress -> assertThat(progress).isNotNull());
    }

    CampaignCopy awaitStage(String dataset, RepatriationStage stage) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(copy(dataset).getStage())
                        .as(copy(dataset).getWaiting().getEn())
                        .isEqualTo(stage));
        return copy(dataset);
    }

    /** What keeps it, once these words are part of that. */
    Sentence awaitWaiting(String dataset, String words) {
        return await().atMost(SOON)
                .until(() -> copy(dataset).getWaiting(), said -> said.getEn().contains(words));
    }

    Campaign read() {
        return operators()
                .getCampaign(
                        GetCampaignRequest.newBuilder().setCampaign(CAMPAIGN).build())
                .getCampaign();
    }

    CampaignCopy copy(String dataset) {
        return read().getCopiesList().stream()
                .filter(copy -> copy.getDataset().equals(dataset))
                .findFirst()
                .orElseThrow();
    }

    /** Where the registry says that copies are. */
    List<Replica> where(String dataset) {
        return RegistryServiceGrpc.newBlockingStub(node.channel(operator))
                .where(WhereRequest.newBuilder().setDataset(dataset).build())
                .getReplicasList();
    }

    List<String> statuses(String dataset) {
        return where(dataset).stream()
                .map(replica -> replica.getSite() + " " + replica.getStatus())
                .toList();
    }

    /** The code of the failure; empty if there is none. */
    static String code(Callable<?> call) throws Exception {
        try {
            call.call();
            return "";
        } catch (StatusRuntimeException refused) {
            return ErrorTrailer.codeOf(refused).orElseThrow().name();
        }
    }

    /** What the failure says; empty if there is none. */
    static String sentence(Callable<?> call) throws Exception {
        try {
            call.call();
            return "";
        } catch (StatusRuntimeException refused) {
            return String.valueOf(refused.getStatus().getDescription());
        }
    }
}
