package org.liptako.node.cli.registry;

import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.registry.v1.RecordRetentionRequest;
import org.liptako.registry.v1.RecordRetentionResponse;
import org.liptako.registry.v1.RegisterServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako register retention}: until when a dataset must be kept. */
@Command(name = "retention")
final class RetentionCommand extends NodeQuestion<RecordRetentionResponse> {
    @Parameters(paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Option(names = "--until", required = true, paramLabel = "INSTANT", descriptionKey = "keptUntil")
    private String until;

    RetentionCommand() {}

    @Override
    protected RecordRetentionResponse ask(NodeConnection node) {
        return node.service(RegisterServiceGrpc::newBlockingStub)
                .recordRetention(RecordRetentionRequest.newBuilder()
                        .setDataset(dataset)
                        .setUntil(until)
                        .build());
    }

    @Override
    protected void show(RecordRetentionResponse answer, Screen screen) {
        Recorded.show(answer.getJournalIndex(), screen);
    }
}
