package org.liptako.node.cli.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.RequestPlacementRequest;
import org.liptako.placement.v1.RequestPlacementResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code liptako request}: asks for a binding decision; repeating it with the same {@code --id} does nothing twice. */
@Command(name = "request")
public final class RequestCommand extends NodeQuestion<RequestPlacementResponse> {
    @Mixin
    private TermsOptions terms;

    @Option(names = "--id", paramLabel = "ID", descriptionKey = "requestId")
    private @Nullable String id;

    RequestCommand() {}

    @Override
    protected RequestPlacementResponse ask(NodeConnection node) {
        return node.service(PlacementServiceGrpc::newBlockingStub)
                .requestPlacement(RequestPlacementRequest.newBuilder()
                        .setRequestId(id == null ? UUID.randomUUID().toString() : id)
                        .setTerms(terms.terms())
                        .build());
    }

    @Override
    protected void show(RequestPlacementResponse answer, Screen screen) {
        new RequestText(screen.language()).lines(answer.getPlacement()).forEach(screen::line);
    }

    @Override
    protected int exitCode(RequestPlacementResponse answer) {
        return RequestText.exitCode(answer.getPlacement());
    }
}
