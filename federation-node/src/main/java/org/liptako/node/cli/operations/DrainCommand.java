package org.liptako.node.cli.operations;

import java.util.stream.Collectors;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.operations.v1.DrainRequest;
import org.liptako.operations.v1.DrainResponse;
import org.liptako.operations.v1.OperationsServiceGrpc;
import picocli.CommandLine.Command;

/** {@code liptako operations drain}: has one process of the node hand over its work, and end. */
@Command(name = "drain")
final class DrainCommand extends NodeQuestion<DrainResponse> {
    DrainCommand() {}

    @Override
    protected DrainResponse ask(NodeConnection node) {
        return node.service(OperationsServiceGrpc::newBlockingStub).drain(DrainRequest.getDefaultInstance());
    }

    @Override
    protected void show(DrainResponse answer, Screen screen) {
        String others =
                answer.getOthersList().stream().map(number -> "node-" + number).collect(Collectors.joining(", "));
        screen.line(
                "node-" + answer.getNumber() + " rend son travail et s'arrête ; les appels en cours ont leur réponse.",
                "node-" + answer.getNumber() + " hands over its work and ends; calls that run have their answers.");
        if (others.isEmpty()) {
            screen.line(
                    "Aucun autre processus de ce centre ne sert : jusqu'au prochain démarrage, le temps compte comme"
                            + " panne, sauf maintenance annoncée.",
                    "No other process of this data centre serves: until the next start the time counts as an outage,"
                            + " unless maintenance was announced.");
        } else {
            screen.line("Le travail passe à : " + others + ".", "The work goes to: " + others + ".");
        }
    }
}
