package org.liptako.node.cli.campaign;

import org.jspecify.annotations.Nullable;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.ListCampaignsRequest;
import org.liptako.campaign.v1.ListCampaignsResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako campaign list}: the campaigns of a State, and what is done and left for each ministry and for the State. */
@Command(name = "list")
final class ListCommand extends NodeQuestion<ListCampaignsResponse> {
    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "campaignState")
    private @Nullable String state;

    ListCommand() {}

    @Override
    protected ListCampaignsResponse ask(NodeConnection node) {
        var request = ListCampaignsRequest.newBuilder();
        if (state != null) {
            request.setState(state);
        }
        return node.service(CampaignServiceGrpc::newBlockingStub).listCampaigns(request.build());
    }

    @Override
    protected void show(ListCampaignsResponse answer, Screen screen) {
        new CampaignText(screen).list(answer);
    }
}
