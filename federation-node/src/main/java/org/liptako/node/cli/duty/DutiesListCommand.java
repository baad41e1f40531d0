package org.liptako.node.cli.duty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.placement.v1.DutyServiceGrpc;
import org.liptako.placement.v1.DutyStatus;
import org.liptako.placement.v1.ListDutiesRequest;
import org.liptako.placement.v1.ListDutiesResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako duties list}: the duties, overdue ones first. */
@Command(name = "list")
final class DutiesListCommand extends NodeQuestion<ListDutiesResponse> {
    private static final int PAGE = 1_000;

    /** What a person may ask for, in the words of the table. */
    enum Standing {
        OVERDUE,
        OPEN,
        STANDING,
        KEPT,
        DISCHARGED
    }

    @Option(names = "--status", paramLabel = "STATUS", descriptionKey = "dutyStatus", split = ",")
    private List<Standing> statuses = List.of();

    @Option(names = "--debtor", paramLabel = "STATE", descriptionKey = "dutyDebtor")
    private @Nullable String debtor;

    @Option(names = "--dataset", paramLabel = "DATASET", descriptionKey = "dataset")
    private @Nullable String dataset;

    @Option(names = "--site", paramLabel = "SITE", descriptionKey = "site")
    private @Nullable String site;

    DutiesListCommand() {}

    @Override
    protected ListDutiesResponse ask(NodeConnection node) {
        var request = ListDutiesRequest.newBuilder().setPageSize(PAGE);
        statuses.forEach(status -> request.addStatuses(DutyStatus.valueOf("DUTY_STATUS_" + status)));
        if (debtor != null) {
            request.setDebtor(debtor);
        }
        if (dataset != null) {
            request.setDataset(dataset);
        }
        if (site != null) {
            request.setSite(site);
        }
        var all = ListDutiesResponse.newBuilder();
        do {
            var page = node.service(DutyServiceGrpc::newBlockingStub).listDuties(request.build());
            all.mergeFrom(page).clearNextPageToken();
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all.build();
    }

    @Override
    protected void show(ListDutiesResponse answer, Screen screen) {
        new DutyTable(answer.getDutiesList()).lines(screen.language()).forEach(screen::line);
    }
}
