package org.liptako.node.cli.replica;

import org.jspecify.annotations.Nullable;
import org.liptako.exchange.v1.AcceptLinkSpeedRequest;
import org.liptako.exchange.v1.GetQueueRequest;
import org.liptako.exchange.v1.GetQueueResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.node.cli.Quantity;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako replica links}: what each link brings, and what it brought before. */
@Command(name = "links")
final class LinksCommand extends NodeQuestion<GetQueueResponse> {
    @Option(names = "--accept", paramLabel = "STATE", descriptionKey = "acceptLink")
    private @Nullable String accept;

    LinksCommand() {}

    @Override
    protected GetQueueResponse ask(NodeConnection node) {
        var service = node.service(ReplicaServiceGrpc::newBlockingStub);
        if (accept != null) {
            service.acceptLinkSpeed(
                    AcceptLinkSpeedRequest.newBuilder().setPeer(accept).build());
        }
        var queue = service.getQueue(GetQueueRequest.getDefaultInstance());
        return GetQueueResponse.newBuilder().addAllLinks(queue.getLinksList()).build();
    }

    @Override
    protected void show(GetQueueResponse answer, Screen screen) {
        if (answer.getLinksCount() == 0) {
            screen.line(
                    "Rien n'est mesuré encore : il faut une minute d'un grand transfert sans limite.",
                    "Nothing is measured yet: it takes a minute of a big transfer without a limit.");
            return;
        }
        var table = switch (screen.language()) {
            case FRENCH -> new Table("LIAISON", "DERNIÈREMENT", "D'HABITUDE");
            case ENGLISH -> new Table("LINK", "LATELY", "USUALLY");
        };
        answer.getLinksList()
                .forEach(link -> table.row(
                        link.getPeer(),
                        Quantity.rate(link.getLately(), screen),
                        link.getUsual() == 0 ? "?" : Quantity.rate(link.getUsual(), screen)));
        table.print(screen);
        LinkText.alarms(answer.getLinksList(), screen);
    }
}
