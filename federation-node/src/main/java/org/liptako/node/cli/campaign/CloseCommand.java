package org.liptako.node.cli.campaign;

import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.CloseCampaignRequest;
import org.liptako.campaign.v1.CloseCampaignResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako campaign close}: closes a campaign all of whose copies are home, and erased abroad. */
@Command(name = "close")
final class CloseCommand extends NodeQuestion<CloseCampaignResponse> {
    @Parameters(paramLabel = "CAMPAIGN", descriptionKey = "campaignId")
    private String campaign;

    CloseCommand() {}

    @Override
    protected CloseCampaignResponse ask(NodeConnection node) {
        return node.service(CampaignServiceGrpc::newBlockingStub)
                .closeCampaign(
                        CloseCampaignRequest.newBuilder().setCampaign(campaign).build());
    }

    @Override
    protected void show(CloseCampaignResponse answer, Screen screen) {
        new CampaignText(screen).head(answer.getCampaign());
    }
}
