package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.PauseTransfersRequest;
import org.liptako.exchange.v1.PauseTransfersResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc.ReplicaServiceBlockingStub;
import org.liptako.exchange.v1.TransferScope;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Count;
import picocli.CommandLine.Command;

/** {@code liptako replica pause}: holds back a transfer, whatever comes from a State, or everything. */
@Command(name = "pause")
final class PauseCommand extends ScopeQuestion<PauseTransfersResponse> {
    PauseCommand() {}

    @Override
    PauseTransfersResponse ask(ReplicaServiceBlockingStub replicas, TransferScope asked) {
        return replicas.pauseTransfers(
                PauseTransfersRequest.newBuilder().setScope(asked).build());
    }

    @Override
    protected void show(PauseTransfersResponse answer, Screen screen) {
        screen.line(
                "En pause : " + Count.fr(answer.getTransfers(), "transfert") + " ; ce qui est arrivé reste.",
                "Paused: " + Count.en(answer.getTransfers(), "transfer") + "; what has come stays.");
        screen.line("Pour reprendre : liptako replica resume.", "To go on: liptako replica resume.");
    }
}
