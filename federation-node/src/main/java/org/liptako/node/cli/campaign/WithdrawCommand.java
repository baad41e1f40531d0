package org.liptako.node.cli.campaign;

import java.util.List;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.WithdrawCopyRequest;
import org.liptako.campaign.v1.WithdrawCopyResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code liptako campaign withdraw}: takes a copy out of a campaign, such as one that was named by mistake; repeating it does nothing twice. */
@Command(name = "withdraw")
final class WithdrawCommand extends NodeQuestion<WithdrawCopyResponse> {
    @Mixin
    private NamedCopy copy;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "campaignWhyWithdrawn")
    private String reason;

    WithdrawCommand() {}

    @Override
    protected WithdrawCopyResponse ask(NodeConnection node) {
        return node.service(CampaignServiceGrpc::newBlockingStub)
                .withdrawCopy(WithdrawCopyRequest.newBuilder()
                        .setCampaign(copy.campaign())
                        .setDataset(copy.dataset())
                        .setSite(copy.site())
                        .setReason(reason)
                        .build());
    }

    @Override
    protected void show(WithdrawCopyResponse answer, Screen screen) {
        new CampaignText(screen).copies(List.of(answer.getCopy()));
    }
}
