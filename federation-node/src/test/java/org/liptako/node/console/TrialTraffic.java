package org.liptako.node.console;

import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.CopyAbroad;
import org.liptako.campaign.v1.OpenCampaignRequest;
import org.liptako.campaign.v1.PlanCampaignRequest;
import org.liptako.exchange.v1.PauseTransfersRequest;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.TransferScope;
import org.liptako.node.TrialFederation;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.ListReplicasRequest;
import org.liptako.registry.v1.RegistryServiceGrpc;

/** What goes on between three nodes, so that pages have something to show: copies that come to Bamako, one that is there, one that is held back. */
final class TrialTraffic {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int MEBIBYTES = 3;
    private static final long BYTES_A_SECOND = 10_000_000;
    static final String CAMPAIGN = "ML-RETOUR-2026";

    private final TrialFederation federation;
    private final Path directory;

    /** @param directory below which the nodes keep their data */
    TrialTraffic(TrialFederation federation, Path directory) {
        this.federation = federation;
        this.directory = directory;
    }

    /** Has a State's capital publish a dataset of a few mebibytes. */
    void publish(State state, String dataset) throws IOException {
        SampleTree.large(directory.resolve(state.name()).resolve("publish").resolve(dataset), MEBIBYTES);
        ReplicaServiceGrpc.newBlockingStub(operator(state))
                .publishVersion(PublishVersionRequest.newBuilder()
                        .setDataset(dataset)
                        .setDirectory(dataset)
                        .build());
    }

    /** One copy is granted to Ouagadougou; one comes to Bamako and is sealed; the next is held back. */
    void passes() throws IOException {
        federation.grantToOuagadougou("passing-1", "ML-DS-008", true);
        publish(State.BF, "BF-DS-015");
        federation.grant(State.BF, State.ML, "passing-2", "BF-DS-015", true);
        awaitCopy(State.ML, "BF-DS-015", State.ML, Set.of("SEALED"));
        ReplicaServiceGrpc.newBlockingStub(operator(State.ML))
                .pauseTransfers(PauseTransfersRequest.newBuilder()
                        .setScope(TransferScope.newBuilder().setEverything(true))
                        .build());
        publish(State.BF, "BF-DS-014");
        federation.grant(State.BF, State.ML, "passing-3", "BF-DS-014", true);
    }

    /** Mali brings two copies home: it has opened a campaign and planned it. */
    void returns() {
        CampaignServiceGrpc.CampaignServiceBlockingStub officers = CampaignServiceGrpc.newBlockingStub(
                federation.channel(State.ML, TrialRegion.of(Party.of(State.ML, Role.OFFICER, "a-traore"))));
        OpenCampaignRequest campaign = OpenCampaignRequest.newBuilder()
                .setCampaign(CAMPAIGN)
                .setTitle("Retour des données de justice et de commerce")
                .addCopies(CopyAbroad.newBuilder().setDataset("ML-DS-009"))
                .addCopies(CopyAbroad.newBuilder().setDataset("ML-DS-010"))
                .build();
        // Not before the rules have been asked about the copies abroad.
        await().atMost(LONG)
                .ignoreExceptions()
                .until(() -> officers.openCampaign(campaign).hasCampaign());
        CampaignServiceGrpc.newBlockingStub(operator(State.ML))
                .planCampaign(PlanCampaignRequest.newBuilder()
                        .setCampaign(CAMPAIGN)
                        .setBytesPerSecond(BYTES_A_SECOND)
                        .build());
    }

    /** Waits until a State's node knows of a copy in a State's capital that stands in one of these ways. */
    void awaitCopy(State knowing, String dataset, State there, Set<String> statuses) {
        RegistryServiceGrpc.RegistryServiceBlockingStub registry = federation.registry(knowing);
        await().atMost(LONG)
                .until(() -> registry.listReplicas(ListReplicasRequest.getDefaultInstance()).getReplicasList().stream()
                        .anyMatch(copy -> copy.getDataset().equals(dataset)
                                && copy.getSite()
                                        .equals(TrialRegion.capital(there).value())
                                && statuses.contains(copy.getStatus())));
    }

    private ManagedChannel operator(State state) {
        return federation.channel(state, TrialRegion.operator(state));
    }
}
