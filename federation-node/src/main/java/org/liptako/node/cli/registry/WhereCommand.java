package org.liptako.node.cli.registry;

import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.WhereRequest;
import org.liptako.registry.v1.WhereResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako where}: every copy of a dataset, what each State says of it, and as of when. */
@Command(name = "where")
public final class WhereCommand extends NodeQuestion<WhereResponse> {
    @Parameters(paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Option(names = "--held-at", paramLabel = "INSTANT", descriptionKey = "heldAt")
    private @Nullable String heldAt;

    @Option(names = "--known-at", paramLabel = "INSTANT", descriptionKey = "knownAt")
    private @Nullable String knownAt;

    WhereCommand() {}

    @Override
    protected WhereResponse ask(NodeConnection node) {
        var request = WhereRequest.newBuilder().setDataset(dataset);
        if (heldAt != null) {
            request.setHeldAt(heldAt);
        }
        if (knownAt != null) {
            request.setKnownAt(knownAt);
        }
        return node.service(RegistryServiceGrpc::newBlockingStub).where(request.build());
    }

    @Override
    protected void show(WhereResponse answer, Screen screen) {
        var name = answer.getDataset().getName();
        String at = LocalTime.toTheSecond(answer.getHeldAt());
        screen.line(dataset + " — " + name.getFr() + ", au " + at, dataset + " — " + name.getEn() + ", as of " + at);
        new ReplicaTable(answer.getReplicasList(), answer.getCoverageList()).print(screen);
    }
}
