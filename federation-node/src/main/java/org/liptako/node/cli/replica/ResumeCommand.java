package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.ReplicaServiceGrpc.ReplicaServiceBlockingStub;
import org.liptako.exchange.v1.ResumeTransfersRequest;
import org.liptako.exchange.v1.ResumeTransfersResponse;
import org.liptako.exchange.v1.TransferScope;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import picocli.CommandLine.Command;

/** {@code liptako replica resume}: lets go what {@code pause} held back. */
@Command(name = "resume")
final class ResumeCommand extends ScopeQuestion<ResumeTransfersResponse> {
    ResumeCommand() {}

    @Override
    ResumeTransfersResponse ask(ReplicaServiceBlockingStub replicas, TransferScope asked) {
        return replicas.resumeTransfers(
                ResumeTransfersRequest.newBuilder().setScope(asked).build());
    }

    @Override
    protected void show(ResumeTransfersResponse answer, Screen screen) {
        if (answer.getWasPaused()) {
            screen.line("La pause est levée.", "The pause is lifted.");
        } else {
            screen.line("Cela n'était pas en pause.", "This was not paused.");
        }
        PauseText.print(answer.getStillList(), screen);
    }

    @Override
    protected int exitCode(ResumeTransfersResponse answer) {
        return answer.getWasPaused() ? ExitCode.DONE : ExitCode.NO;
    }
}
