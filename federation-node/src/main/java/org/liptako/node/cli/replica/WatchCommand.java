package org.liptako.node.cli.replica;

import java.util.List;
import java.util.stream.Stream;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.exchange.v1.WatchTransferRequest;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.ProgressLine;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako replica watch}: follows a transfer to its end, with a bar on the terminal. */
@Command(name = "watch")
final class WatchCommand extends NodeQuestion<Transfer> {
    @Parameters(paramLabel = "GRANT", descriptionKey = "grant")
    private String grant;

    WatchCommand() {}

    @Override
    protected Transfer ask(NodeConnection node) {
        var last = Transfer.getDefaultInstance();
        var updates = node.stream(ReplicaServiceGrpc::newBlockingStub)
                .watchTransfer(WatchTransferRequest.newBuilder().setGrant(grant).build());
        try (var bar = ProgressLine.start(grant)) {
            while (updates.hasNext()) {
                last = updates.next().getTransfer();
                bar.show(last.getChunksDurable(), last.getChunks(), line(last));
            }
        }
        return last;
    }

    /** What stands behind the bar. */
    private String line(Transfer transfer) {
        var screen = screen();
        return switch (transfer.getStatus()) {
            case TRANSFER_STATUS_WAITING ->
                screen.language()
                        .choose(
                                transfer.getStatusReason().getFr(),
                                transfer.getStatusReason().getEn());
            case TRANSFER_STATUS_RUNNING,
                    TRANSFER_STATUS_SEALED,
                    TRANSFER_STATUS_STOPPED,
                    TRANSFER_STATUS_UNSPECIFIED,
                    UNRECOGNIZED ->
                String.join(
                        ", ",
                        Stream.concat(
                                        TransferText.figures(transfer, screen).stream(),
                                        TransferText.holders(transfer, screen).stream())
                                .toList());
        };
    }

    @Override
    protected void show(Transfer answer, Screen screen) {
        TransferText.print(List.of(answer), screen);
    }

    @Override
    protected int exitCode(Transfer answer) {
        return answer.getStatus() == TransferStatus.TRANSFER_STATUS_SEALED ? ExitCode.DONE : ExitCode.NO;
    }
}
