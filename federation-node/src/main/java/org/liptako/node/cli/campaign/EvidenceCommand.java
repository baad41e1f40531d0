package org.liptako.node.cli.campaign;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.campaign.v1.CampaignCopy;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.GetCampaignRequest;
import org.liptako.campaign.v1.SignErasureEvidenceRequest;
import org.liptako.campaign.v1.SignErasureEvidenceResponse;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.pki.quorum.QuorumSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako campaign evidence}: signs, with the key that one calls with, the document that shows that a copy abroad is erased; two people do. */
@Command(name = "evidence")
final class EvidenceCommand extends NodeQuestion<SignErasureEvidenceResponse> {
    @Parameters(index = "0", paramLabel = "CAMPAIGN", descriptionKey = "campaignId")
    private String campaign;

    @Parameters(index = "1", paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Option(names = "--document", required = true, paramLabel = "FILE", descriptionKey = "campaignDocument")
    private Path document;

    @Option(names = "--title", required = true, paramLabel = "TEXT", descriptionKey = "dutyTitle")
    private String title;

    @Option(names = "--site", paramLabel = "SITE", descriptionKey = "campaignSite")
    private @Nullable String site;

    EvidenceCommand() {}

    @Override
    protected SignErasureEvidenceResponse ask(NodeConnection node) {
        var evidence = new ErasureEvidence(campaign, dataset, site(node), ErasureEvidence.sha256(document), title);
        byte[] signature = QuorumSigner.sign(
                evidence.statement(), caller(), Clock.systemUTC().instant());
        return node.service(CampaignServiceGrpc::newBlockingStub)
                .signErasureEvidence(SignErasureEvidenceRequest.newBuilder()
                        .setCampaign(campaign)
                        .setDataset(dataset)
                        .setSite(evidence.site())
                        .setDocument(evidence.document())
                        .setTitle(title)
                        .setSignature(ByteString.copyFrom(signature))
                        .build());
    }

    private String site(NodeConnection node) {
        if (site != null) {
            return site;
        }
        List<String> sites = node
                .service(CampaignServiceGrpc::newBlockingStub)
                .getCampaign(
                        GetCampaignRequest.newBuilder().setCampaign(campaign).build())
                .getCampaign()
                .getCopiesList()
                .stream()
                .filter(copy -> copy.getDataset().equals(dataset) && !copy.hasWithdrawal())
                .map(CampaignCopy::getSite)
                .toList();
        if (sites.size() != 1) {
            throw CommandFailure.badInput(
                    "la campagne " + campaign + " nomme " + sites.size() + " copies de " + dataset
                            + " ; dites à quel site (--site)",
                    "the campaign " + campaign + " names " + sites.size() + " copies of " + dataset
                            + "; say at which site (--site)");
        }
        return sites.getFirst();
    }

    @Override
    protected void show(SignErasureEvidenceResponse answer, Screen screen) {
        new CampaignText(screen).evidence(answer.getCopy());
    }
}
