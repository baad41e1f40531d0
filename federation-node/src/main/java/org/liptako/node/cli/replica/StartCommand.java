package org.liptako.node.cli.replica;

import java.util.List;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.StartTransferRequest;
import org.liptako.exchange.v1.StartTransferResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako replica start}: starts, or goes on with, the transfer that a grant allows. */
@Command(name = "start")
final class StartCommand extends NodeQuestion<StartTransferResponse> {
    @Parameters(paramLabel = "GRANT", descriptionKey = "grant")
    private String grant;

    @Option(names = "--verify-disk", descriptionKey = "verifyDisk")
    private boolean verifyDisk;

    StartCommand() {}

    @Override
    protected StartTransferResponse ask(NodeConnection node) {
        return node.service(ReplicaServiceGrpc::newBlockingStub)
                .startTransfer(StartTransferRequest.newBuilder()
                        .setGrant(grant)
                        .setVerifyDisk(verifyDisk)
                        .build());
    }

    @Override
    protected void show(StartTransferResponse answer, Screen screen) {
        TransferText.print(List.of(answer.getTransfer()), screen);
    }
}
