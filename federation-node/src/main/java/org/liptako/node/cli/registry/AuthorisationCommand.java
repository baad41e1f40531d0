package org.liptako.node.cli.registry;

import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.registry.v1.RecordAuthorisationRequest;
import org.liptako.registry.v1.RecordAuthorisationResponse;
import org.liptako.registry.v1.RegisterServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako register authorisation}: what the data protection authority has ruled on one operation on one dataset. */
@Command(name = "authorisation")
final class AuthorisationCommand extends NodeQuestion<RecordAuthorisationResponse> {
    @Parameters(paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Option(names = "--operation", required = true, paramLabel = "CODE", descriptionKey = "operation")
    private String operation;

    @Option(names = "--destination", required = true, paramLabel = "COUNTRY", descriptionKey = "destination")
    private String destination;

    @Option(names = "--status", required = true, paramLabel = "CODE", descriptionKey = "status")
    private String status;

    @Option(names = "--reference", required = true, paramLabel = "TEXT", descriptionKey = "reference")
    private String reference;

    @Option(names = "--from", paramLabel = "INSTANT", descriptionKey = "from")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "INSTANT", descriptionKey = "until")
    private @Nullable String until;

    AuthorisationCommand() {}

    @Override
    protected RecordAuthorisationResponse ask(NodeConnection node) {
        var request = RecordAuthorisationRequest.newBuilder()
                .setDataset(dataset)
                .setOperation(operation)
                .setDestination(destination)
                .setStatus(status)
                .setReference(reference);
        if (from != null) {
            request.setFrom(from);
        }
        if (until != null) {
            request.setUntil(until);
        }
        return node.service(RegisterServiceGrpc::newBlockingStub).recordAuthorisation(request.build());
    }

    @Override
    protected void show(RecordAuthorisationResponse answer, Screen screen) {
        Recorded.show(answer.getJournalIndex(), screen);
    }
}
