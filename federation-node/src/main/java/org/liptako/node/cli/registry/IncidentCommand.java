package org.liptako.node.cli.registry;

import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.registry.v1.DeclareIncidentRequest;
import org.liptako.registry.v1.DeclareIncidentResponse;
import org.liptako.registry.v1.RegisterServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako register incident}: declares an incident of the State, or its end. */
@Command(name = "incident")
final class IncidentCommand extends NodeQuestion<DeclareIncidentResponse> {
    @Option(names = "--ended", descriptionKey = "ended")
    private boolean ended;

    @Option(names = "--since", paramLabel = "INSTANT", descriptionKey = "since")
    private @Nullable String since;

    @Option(names = "--reference", required = true, paramLabel = "TEXT", descriptionKey = "reference")
    private String reference;

    IncidentCommand() {}

    @Override
    protected DeclareIncidentResponse ask(NodeConnection node) {
        var request = DeclareIncidentRequest.newBuilder().setDeclared(!ended).setReference(reference);
        if (since != null) {
            request.setSince(since);
        }
        return node.service(RegisterServiceGrpc::newBlockingStub).declareIncident(request.build());
    }

    @Override
    protected void show(DeclareIncidentResponse answer, Screen screen) {
        Recorded.show(answer.getJournalIndex(), screen);
    }
}
