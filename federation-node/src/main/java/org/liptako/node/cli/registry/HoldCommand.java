package org.liptako.node.cli.registry;

import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.registry.v1.RecordHoldRequest;
import org.liptako.registry.v1.RecordHoldResponse;
import org.liptako.registry.v1.RegisterServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako register hold}: places or lifts a judicial hold on a dataset. */
@Command(name = "hold")
final class HoldCommand extends NodeQuestion<RecordHoldResponse> {
    @Parameters(paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Option(names = "--lifted", descriptionKey = "lifted")
    private boolean lifted;

    @Option(names = "--reference", required = true, paramLabel = "TEXT", descriptionKey = "reference")
    private String reference;

    HoldCommand() {}

    @Override
    protected RecordHoldResponse ask(NodeConnection node) {
        return node.service(RegisterServiceGrpc::newBlockingStub)
                .recordHold(RecordHoldRequest.newBuilder()
                        .setDataset(dataset)
                        .setHeld(!lifted)
                        .setReference(reference)
                        .build());
    }

    @Override
    protected void show(RecordHoldResponse answer, Screen screen) {
        Recorded.show(answer.getJournalIndex(), screen);
    }
}
