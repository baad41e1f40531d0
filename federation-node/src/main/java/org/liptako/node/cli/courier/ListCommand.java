package org.liptako.node.cli.courier;

import org.jspecify.annotations.Nullable;
import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.ListDisksRequest;
import org.liptako.exchange.v1.ListDisksResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako courier list}: the disks that are to be written, on their way, taken or lost. */
@Command(name = "list")
final class ListCommand extends NodeQuestion<ListDisksResponse> {
    private static final int MOST = 1_000;

    @Option(names = "--grant", paramLabel = "GRANT", descriptionKey = "grant")
    private @Nullable String grant;

    ListCommand() {}

    @Override
    protected ListDisksResponse ask(NodeConnection node) {
        var request = ListDisksRequest.newBuilder().setPageSize(MOST);
        if (grant != null) {
            request.setGrant(grant);
        }
        return node.service(CourierServiceGrpc::newBlockingStub).listDisks(request.build());
    }

    @Override
    protected void show(ListDisksResponse answer, Screen screen) {
        DiskTable.print(answer.getDisksList(), screen);
    }
}
