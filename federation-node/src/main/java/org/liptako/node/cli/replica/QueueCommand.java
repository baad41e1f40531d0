package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.GetQueueRequest;
import org.liptako.exchange.v1.GetQueueResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako replica queue}: what runs, what waits, for what, and until when. */
@Command(name = "queue")
final class QueueCommand extends NodeQuestion<GetQueueResponse> {
    @Option(names = "--most", paramLabel = "N", descriptionKey = "mostTransfers", defaultValue = "20")
    private int most;

    QueueCommand() {}

    @Override
    protected GetQueueResponse ask(NodeConnection node) {
        return node.service(ReplicaServiceGrpc::newBlockingStub).getQueue(GetQueueRequest.getDefaultInstance());
    }

    @Override
    protected void show(GetQueueResponse answer, Screen screen) {
        PauseText.print(answer.getPausesList(), screen);
        LinkText.alarms(answer.getLinksList(), screen);
        answer.getTransfersList().stream()
                .limit(Math.max(0, most))
                .forEach(transfer -> TransferText.print(transfer, screen));
        int more = answer.getLength() - Math.min(Math.max(0, most), answer.getTransfersCount());
        if (answer.getLength() == 0) {
            screen.line("Aucun transfert ne court ni n'attend.", "No transfer runs or waits.");
        } else if (more > 0) {
            screen.line("… et " + more + " autres (--most).", "… and " + more + " more (--most).");
        }
        if (!answer.getExpectedEnd().isEmpty()) {
            String end = LocalTime.of(answer.getExpectedEnd());
            screen.line("Tout devrait être là le " + end + ".", "All of it should be here by " + end + ".");
        }
    }
}
