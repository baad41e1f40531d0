package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.ListTransfersRequest;
import org.liptako.exchange.v1.ListTransfersResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;

/** {@code liptako replica transfers}: the transfers into a data centre, newest first. */
@Command(name = "transfers")
final class TransfersCommand extends NodeQuestion<ListTransfersResponse> {
    private static final int MOST = 1000;

    TransfersCommand() {}

    @Override
    protected ListTransfersResponse ask(NodeConnection node) {
        return node.service(ReplicaServiceGrpc::newBlockingStub)
                .listTransfers(
                        ListTransfersRequest.newBuilder().setPageSize(MOST).build());
    }

    @Override
    protected void show(ListTransfersResponse answer, Screen screen) {
        TransferText.print(answer.getTransfersList(), screen);
    }
}
