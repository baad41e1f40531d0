package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.SetPriorityRequest;
import org.liptako.exchange.v1.SetPriorityResponse;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako replica priority}: lets a transfer pass others, or wait behind them. */
@Command(name = "priority")
final class PriorityCommand extends NodeQuestion<SetPriorityResponse> {
    @Parameters(index = "0", paramLabel = "GRANT", descriptionKey = "grant")
    private String grant;

    @Parameters(index = "1", paramLabel = "PRIORITY", descriptionKey = "priority")
    private String priority;

    PriorityCommand() {}

    @Override
    protected SetPriorityResponse ask(NodeConnection node) {
        return node.service(ReplicaServiceGrpc::newBlockingStub)
                .setPriority(SetPriorityRequest.newBuilder()
                        .setGrant(grant)
                        .setPriority(word().message())
                        .build());
    }

    @Override
    protected void show(SetPriorityResponse answer, Screen screen) {
        TransferText.print(answer.getTransfer(), screen);
    }

    private PriorityWord word() {
        try {
            return PriorityWord.of(priority);
        } catch (IllegalArgumentException unknown) {
            throw CommandFailure.badInput(
                    "« " + priority + " » n'est pas une priorité : urgente, haute, normale ou basse.",
                    "\"" + priority + "\" is no priority: urgent, high, normal or low.");
        }
    }
}
