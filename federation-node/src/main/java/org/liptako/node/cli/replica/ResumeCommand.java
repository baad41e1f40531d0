package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.ResumeTransfersRequest;
import org.liptako.exchange.v1.ResumeTransfersResponse;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code liptako replica resume}: lets go what {@code pause} held back. */
@Command(name = "resume")
final class ResumeCommand extends NodeQuestion<ResumeTransfersResponse> {
    @ArgGroup(multiplicity = "1")
    private ScopeOptions scope;

    ResumeCommand() {}

    @Override
    protected ResumeTransfersResponse ask(NodeConnection node) {
        return node.service(ReplicaServiceGrpc::newBlockingStub)
                .resumeTransfers(ResumeTransfersRequest.newBuilder()
                        .setScope(scope.message())
                        .build());
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
