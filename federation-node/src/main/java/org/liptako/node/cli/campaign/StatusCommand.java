package org.liptako.node.cli.campaign;

import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.GetCampaignRequest;
import org.liptako.campaign.v1.GetCampaignResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako campaign status}: every copy of a campaign, how far it is, what keeps it, what is overdue and under which article. */
@Command(name = "status")
final class StatusCommand extends NodeQuestion<GetCampaignResponse> {
    @Parameters(paramLabel = "CAMPAIGN", descriptionKey = "campaignId")
    private String campaign;

    StatusCommand() {}

    @Override
    protected GetCampaignResponse ask(NodeConnection node) {
        return node.service(CampaignServiceGrpc::newBlockingStub)
                .getCampaign(
                        GetCampaignRequest.newBuilder().setCampaign(campaign).build());
    }

    @Override
    protected void show(GetCampaignResponse answer, Screen screen) {
        new CampaignText(screen).whole(answer.getCampaign());
    }
}
