package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.VerifyReplicaRequest;
import org.liptako.exchange.v1.VerifyReplicaResponse;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.ProgressLine;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako replica verify}: reads the copies of a dataset at a data centre again from their disk. */
@Command(name = "verify")
final class VerifyCommand extends NodeQuestion<VerifyReplicaResponse> {
    @Parameters(paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    VerifyCommand() {}

    @Override
    protected VerifyReplicaResponse ask(NodeConnection node) {
        var responses = node.stream(ReplicaServiceGrpc::newBlockingStub)
                .verifyReplica(
                        VerifyReplicaRequest.newBuilder().setDataset(dataset).build());
        var last = VerifyReplicaResponse.getDefaultInstance();
        try (var bar = ProgressLine.start(dataset)) {
            while (responses.hasNext()) {
                last = responses.next();
                bar.show(last.getChunksDone(), last.getChunks());
            }
        }
        return last;
    }

    @Override
    protected void show(VerifyReplicaResponse answer, Screen screen) {
        answer.getCopiesList().forEach(copy -> VerdictText.print(copy, screen));
    }

    @Override
    protected int exitCode(VerifyReplicaResponse answer) {
        boolean inOrder =
                answer.getCopiesCount() > 0 && answer.getCopiesList().stream().allMatch(VerdictText::isInOrder);
        return inOrder ? ExitCode.DONE : ExitCode.NO;
    }
}
