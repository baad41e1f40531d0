package org.liptako.node.cli.campaign;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.liptako.campaign.v1.CampaignCopy;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.GetCampaignRequest;
import org.liptako.campaign.v1.SignErasureEvidenceRequest;
import org.liptako.campaign.v1.SignErasureEvidenceResponse;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.FileDigest;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.wire.Count;
import org.liptako.pki.quorum.QuorumSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code liptako campaign evidence}: signs, with the key that one calls with, the document that shows that a copy abroad is erased; two people do. */
@Command(name = "evidence")
final class EvidenceCommand extends NodeQuestion<SignErasureEvidenceResponse> {
    @Mixin
    private NamedCopy copy;

    @Option(names = "--document", required = true, paramLabel = "FILE", descriptionKey = "campaignDocument")
    private Path document;

    @Option(names = "--title", required = true, paramLabel = "TEXT", descriptionKey = "dutyTitle")
    private String title;

    EvidenceCommand() {}

    @Override
    protected SignErasureEvidenceResponse ask(NodeConnection node) {
        var evidence =
                new ErasureEvidence(copy.campaign(), copy.dataset(), site(node), FileDigest.sha256(document), title);
        byte[] signature = QuorumSigner.sign(
                evidence.statement(), caller(), Clock.systemUTC().instant());
        return node.service(CampaignServiceGrpc::newBlockingStub)
                .signErasureEvidence(SignErasureEvidenceRequest.newBuilder()
                        .setCampaign(copy.campaign())
                        .setDataset(copy.dataset())
                        .setSite(evidence.site())
                        .setDocument(evidence.document())
                        .setTitle(title)
                        .setSignature(ByteString.copyFrom(signature))
                        .build());
    }

    private String site(NodeConnection node) {
        if (!copy.site().isEmpty()) {
            return copy.site();
        }
        List<String> sites = node
                .service(CampaignServiceGrpc::newBlockingStub)
                .getCampaign(GetCampaignRequest.newBuilder()
                        .setCampaign(copy.campaign())
                        .build())
                .getCampaign()
                .getCopiesList()
                .stream()
                .filter(one -> one.getDataset().equals(copy.dataset()) && !one.hasWithdrawal())
                .map(CampaignCopy::getSite)
                .toList();
        if (sites.size() != 1) {
            throw CommandFailure.badInput(
                    "la campagne " + copy.campaign() + " nomme "
                            + Count.fr(sites.size(), "copie") + " de " + copy.dataset()
                            + " ; dites à quel site (--site)",
                    "the campaign " + copy.campaign() + " names "
                            + Count.en(sites.size(), "copy", "copies") + " of " + copy.dataset()
                            + "; say at which site (--site)");
        }
        return sites.getFirst();
    }

    @Override
    protected void show(SignErasureEvidenceResponse answer, Screen screen) {
        new CampaignText(screen).evidence(answer.getCopy());
    }
}
