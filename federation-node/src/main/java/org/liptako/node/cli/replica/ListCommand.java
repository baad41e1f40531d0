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
    private static final int ALL = 10_000;

    @Option(names = "--site", paramLabel = "SITE", descriptionKey = "site")
    private @Nullable String site;

    @Option(names = "--home", paramLabel = "STATE", descriptionKey = "home")
    private @Nullable String home;

    ListCommand() {}

    @Override
    protected ListReplicasResponse ask(NodeConnection node) {
        var request = ListReplicasRequest.newBuilder().setPageSize(ALL);
        if (site != null) {
            request.setSite(site);
        }
        if (home != null) {
            request.setHome(home);
        }
        return node.service(RegistryServiceGrpc::newBlockingStub).listReplicas(request.build());
    }

    @Override
    protected void show(ListReplicasResponse answer, Screen screen) {
        new ReplicaTable(answer.getReplicasList(), answer.getCoverageList()).print(screen);
    }
}
