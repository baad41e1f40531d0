package org.liptako.node.cli.replica;

import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.cli.registry.ReplicaTable;
import org.liptako.registry.v1.ListReplicasRequest;
import org.liptako.registry.v1.ListReplicasResponse;
import org.liptako.registry.v1.RegistryServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako replica list}: every copy of every dataset, who allowed it, and under which rule. */
@Command(name = "list")
final class ListCommand extends NodeQuestion<ListReplicasResponse> {
    private static final int PAGE = 1_000;

    @Option(names = "--site", paramLabel = "SITE", descriptionKey = "site")
    private @Nullable String site;

    @Option(names = "--home", paramLabel = "STATE", descriptionKey = "home")
    private @Nullable String home;

    ListCommand() {}

    @Override
    protected ListReplicasResponse ask(NodeConnection node) {
        var request = ListReplicasRequest.newBuilder().setPageSize(PAGE);
        if (site != null) {
            request.setSite(site);
        }
        if (home != null) {
            request.setHome(home);
        }
        var all = ListReplicasResponse.newBuilder();
        do {
            var page = node.service(RegistryServiceGrpc::newBlockingStub).listReplicas(request.build());
            // How current each State's part is, as the last page says.
            all.clearCoverage().mergeFrom(page).clearNextPageToken();
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all.build();
    }

    @Override
    protected void show(ListReplicasResponse answer, Screen screen) {
        new ReplicaTable(answer.getReplicasList(), answer.getCoverageList()).print(screen);
    }
}
