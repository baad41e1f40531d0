package org.liptako.node.cli.campaign;

import org.jspecify.annotations.Nullable;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.PauseCampaignRequest;
import org.liptako.campaign.v1.PauseCampaignResponse;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako campaign pause}: holds a campaign, or has it go on. */
@Command(name = "pause")
final class PauseCommand extends NodeQuestion<PauseCampaignResponse> {
    @Parameters(paramLabel = "CAMPAIGN", descriptionKey = "campaignId")
    private String campaign;

    @Option(names = "--resume", descriptionKey = "campaignResume")
    private boolean resume;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "campaignWhyHeld")
    private @Nullable String reason;

    PauseCommand() {}

    @Override
    protected PauseCampaignResponse ask(NodeConnection node) {
        if (resume == (reason != null)) {
            throw CommandFailure.badInput(
                    "qui suspend une campagne dit pourquoi (--reason) ; qui la reprend (--resume) n'a rien à dire",
                    "who holds a campaign says why (--reason); who has it go on (--resume) need not");
        }
        return node.service(CampaignServiceGrpc::newBlockingStub)
                .pauseCampaign(PauseCampaignRequest.newBuilder()
                        .setCampaign(campaign)
                        .setResume(resume)
                        .setReason(reason == null ? "" : reason)
                        .build());
    }

    @Override
    protected void show(PauseCampaignResponse answer, Screen screen) {
        new CampaignText(screen).head(answer.getCampaign());
    }
}
