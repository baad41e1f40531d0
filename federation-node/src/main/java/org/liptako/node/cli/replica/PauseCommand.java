package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.PauseTransfersRequest;
import org.liptako.exchange.v1.PauseTransfersResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code liptako replica pause}: holds back a transfer, whatever comes from a State, or everything. */
@Command(name = "pause")
final class PauseCommand extends NodeQuestion<PauseTransfersResponse> {
    @ArgGroup(multiplicity = "1")
    private ScopeOptions scope;

    PauseCommand() {}

    @Override
    protected PauseTransfersResponse ask(NodeConnection node) {
        return node.service(ReplicaServiceGrpc::newBlockingStub)
                .pauseTransfers(PauseTransfersRequest.newBuilder()
                        .setScope(scope.message())
                        .build());
    }

    @Override
    protected void show(PauseTransfersResponse answer, Screen screen) {
        screen.line(
                "En pause : " + answer.getTransfers() + " transferts ; ce qui est arrivé reste.",
                "Paused: " + answer.getTransfers() + " transfers; what has come stays.");
        screen.line("Pour reprendre : liptako replica resume.", "To go on: liptako replica resume.");
    }
}
