package org.liptako.node.cli.operations;

import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.operations.v1.GetAvailabilityRequest;
import org.liptako.operations.v1.GetAvailabilityResponse;
import org.liptako.operations.v1.OperationsServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako operations availability}: how much of a month each data centre served, by whose measure, and what is left of its promise. */
@Command(name = "availability")
final class AvailabilityCommand extends NodeQuestion<GetAvailabilityResponse> {
    @Option(names = "--month", paramLabel = "YYYY-MM", descriptionKey = "month")
    private @Nullable String month;

    AvailabilityCommand() {}

    @Override
    protected GetAvailabilityResponse ask(NodeConnection node) {
        return node.service(OperationsServiceGrpc::newBlockingStub)
                .getAvailability(GetAvailabilityRequest.newBuilder()
                        .setMonth(month == null ? "" : month)
                        .build());
    }

    @Override
    protected void show(GetAvailabilityResponse answer, Screen screen) {
        AvailabilityText.print(answer, screen);
    }
}
