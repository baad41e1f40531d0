package org.liptako.node.cli.registry;

import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.registry.v1.ListFindingsRequest;
import org.liptako.registry.v1.ListFindingsResponse;
import org.liptako.registry.v1.RegistryServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako findings}: the copies that may no longer lie where they do, by whose word and article, and by when they must move. */
@Command(name = "findings")
public final class FindingsCommand extends NodeQuestion<ListFindingsResponse> {
    private static final int PAGE = 1_000;

    @Option(names = "--home", paramLabel = "STATE", descriptionKey = "home")
    private @Nullable String home;

    FindingsCommand() {}

    @Override
    protected ListFindingsResponse ask(NodeConnection node) {
        var request = ListFindingsRequest.newBuilder().setPageSize(PAGE);
        if (home != null) {
            request.setHome(home);
        }
        var all = ListFindingsResponse.newBuilder();
        do {
            var page = node.service(RegistryServiceGrpc::newBlockingStub).listFindings(request.build());
            all.clearCoverage().mergeFrom(page).clearNextPageToken();
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all.build();
    }

    @Override
    protected void show(ListFindingsResponse answer, Screen screen) {
        new FindingTable(answer.getFindingsList(), answer.getCoverageList())
                .lines(screen.language())
                .forEach(screen::line);
    }
}
