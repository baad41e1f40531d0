package org.liptako.node.cli.demo.story;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liptako.campaign.v1.Campaign;
import org.liptako.campaign.v1.CampaignCopy;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.CampaignServiceGrpc.CampaignServiceBlockingStub;
import org.liptako.campaign.v1.CloseCampaignRequest;
import org.liptako.campaign.v1.CopyAbroad;
import org.liptako.campaign.v1.GetCampaignRequest;
import org.liptako.campaign.v1.OpenCampaignRequest;
import org.liptako.campaign.v1.PlanCampaignRequest;
import org.liptako.campaign.v1.PlanCampaignResponse;
import org.liptako.campaign.v1.RepatriationStage;
import org.liptako.campaign.v1.RunCampaignRequest;
import org.liptako.campaign.v1.SignErasureEvidenceRequest;
import org.liptako.node.cli.campaign.ErasureEvidence;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.quorum.QuorumSigner;

/** A campaign of Mali's, as its people run it at Bamako. */
final class Repatriation {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Where the rules in force set an earlier day, that one counts. */
    private static final String LATEST = "2027-07-31T00:00:00Z";

    private final Scene scene;
    private final String campaign;

    Repatriation(Scene scene, String campaign) {
        this.scene = scene;
        this.campaign = campaign;
    }

    void open(String title, List<String> datasets, String site) {
        var request = OpenCampaignRequest.newBuilder()
                .setCampaign(campaign)
                .setTitle(title)
                .setDeadline(LATEST);
        datasets.forEach(dataset ->
                request.addCopies(CopyAbroad.newBuilder().setDataset(dataset).setSite(site)));
        ask(Person.OFFICER, node -> node.openCampaign(request.build()));
    }

    PlanCampaignResponse plan() {
        return ask(
                Person.OPERATOR,
                node -> node.planCampaign(
                        PlanCampaignRequest.newBuilder().setCampaign(campaign).build()));
    }

    void run(String dataset, String origin, String listing) {
        ask(
                Person.OPERATOR,
                node -> node.runCampaign(RunCampaignRequest.newBuilder()
                        .setCampaign(campaign)
                        .setDataset(dataset)
                        .setOrigin(origin)
                        .setListing(listing)
                        .build()));
    }

    /** The operator signs, and the second legal officer: the first has the same name as the operator in the trial tree, and two people are wanted. */
    void signErasure(String dataset, String site, String document, String title) {
        var people = scene.people();
        sign(
                people.files(Person.OPERATOR, Place.BAMAKO),
                new ErasureEvidence(campaign, dataset, site, document, title));
        sign(
                people.tree().officer(Place.BAMAKO.state(), 2),
                new ErasureEvidence(campaign, dataset, site, document, title));
    }

    private void sign(CredentialFiles person, ErasureEvidence evidence) {
        var signature = QuorumSigner.sign(evidence.statement(), person.read(), Instant.now());
        scene.people()
                .ask(
                        scene.people().credentials(person),
                        Place.BAMAKO,
                        node -> node.service(CampaignServiceGrpc::newBlockingStub)
                                .signErasureEvidence(SignErasureEvidenceRequest.newBuilder()
                                        .setCampaign(evidence.campaign())
                                        .setDataset(evidence.dataset())
                                        .setSite(evidence.site())
                                        .setDocument(evidence.document())
                                        .setTitle(evidence.title())
                                        .setSignature(ByteString.copyFrom(signature))
                                        .build()));
    }

    Campaign close() {
        return ask(
                        Person.OFFICER,
                        node -> node.closeCampaign(CloseCampaignRequest.newBuilder()
                                .setCampaign(campaign)
                                .build()))
                .getCampaign();
    }

    /** The campaign once all of its copies are so far. */
    Campaign await(RepatriationStage stage) {
        return Await.until(
                        PATIENCE,
                        () -> Optional.of(read())
                                .filter(seen ->
                                        seen.getCopiesList().stream().allMatch(copy -> copy.getStage() == stage)))
                .orElseThrow(() -> new UnexpectedOutcomeException(read().getCopiesList().stream()
                        .map(Repatriation::told)
                        .toList()
                        .toString()));
    }

    private static String told(CampaignCopy copy) {
        return (copy.getDataset() + " " + copy.getStage() + " "
                        + copy.getWaiting().getEn())
                .strip();
    }

    private Campaign read() {
        return ask(
                        Person.REGULATOR,
                        node -> node.getCampaign(GetCampaignRequest.newBuilder()
                                .setCampaign(campaign)
                                .build()))
                .getCampaign();
    }

    private <T> T ask(Person person, Function<CampaignServiceBlockingStub, T> question) {
        return scene.people()
                .ask(person, Place.BAMAKO, node -> question.apply(node.service(CampaignServiceGrpc::newBlockingStub)));
    }
}
