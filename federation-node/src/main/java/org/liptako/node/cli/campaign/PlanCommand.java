package org.liptako.node.cli.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.PlanCampaignRequest;
import org.liptako.campaign.v1.PlanCampaignResponse;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako campaign plan}: where the copies are to lie at home, in which order they come, and when that will be done. */
@Command(name = "plan")
final class PlanCommand extends NodeQuestion<PlanCampaignResponse> {
    private static final long MEGA = 1_000_000;

    @Parameters(paramLabel = "CAMPAIGN", descriptionKey = "campaignId")
    private String campaign;

    @Option(names = "--dataset", paramLabel = "DATASET", descriptionKey = "campaignPlanned", split = ",")
    private List<String> datasets = List.of();

    @Option(names = "--to", paramLabel = "SITE", descriptionKey = "campaignHome")
    private @Nullable String home;

    @Option(names = "--means", paramLabel = "MEANS", descriptionKey = "campaignMeans")
    private @Nullable MeansWord means;

    @Option(names = "--rate", paramLabel = "MB/S", descriptionKey = "campaignRate")
    private long rate;

    @Option(names = "--dry-run", descriptionKey = "campaignDryRun")
    private boolean dryRun;

    PlanCommand() {}

    @Override
    protected PlanCampaignResponse ask(NodeConnection node) {
        var request = PlanCampaignRequest.newBuilder()
                .setCampaign(campaign)
                .addAllDatasets(datasets)
                .setMeans(MeansWord.message(means))
                .setBytesPerSecond(Math.max(0, rate) * MEGA)
                .setDryRun(dryRun);
        if (home != null) {
            request.setHome(home);
        }
        return node.service(CampaignServiceGrpc::newBlockingStub).planCampaign(request.build());
    }

    @Override
    protected void show(PlanCampaignResponse answer, Screen screen) {
        var text = new CampaignText(screen);
        text.whole(answer.getCampaign());
        answer.getUnplannedList().forEach(text::unplanned);
    }

    @Override
    protected int exitCode(PlanCampaignResponse answer) {
        return answer.getUnplannedCount() == 0 ? ExitCode.DONE : ExitCode.NO;
    }
}
