package org.liptako.node.cli.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.RunCampaignRequest;
import org.liptako.campaign.v1.RunCampaignResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code liptako campaign run}: says where the bytes of a copy are put; the node proves and seals them by itself. Repeating it has the node look at once. */
@Command(name = "run")
final class RunCommand extends NodeQuestion<RunCampaignResponse> {
    @Mixin
    private NamedCopy copy;

    @Option(names = "--from", required = true, paramLabel = "DIRECTORY", descriptionKey = "campaignFrom")
    private String origin;

    @Option(names = "--listing", required = true, paramLabel = "FILE", descriptionKey = "campaignListing")
    private String listing;

    @Option(names = "--means", paramLabel = "MEANS", descriptionKey = "campaignMeans")
    private @Nullable MeansWord means;

    RunCommand() {}

    @Override
    protected RunCampaignResponse ask(NodeConnection node) {
        return node.service(CampaignServiceGrpc::newBlockingStub)
                .runCampaign(RunCampaignRequest.newBuilder()
                        .setCampaign(copy.campaign())
                        .setDataset(copy.dataset())
                        .setSite(copy.site())
                        .setOrigin(origin)
                        .setListing(listing)
                        .setMeans(MeansWord.message(means))
                        .build());
    }

    @Override
    protected void show(RunCampaignResponse answer, Screen screen) {
        new CampaignText(screen).copies(List.of(answer.getCopy()));
    }
}
