package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.PublishVersionResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.wire.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako replica publish}: reads a directory on the node's machine as a version of a dataset. */
@Command(name = "publish")
final class PublishCommand extends NodeQuestion<PublishVersionResponse> {
    @Parameters(index = "0", paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Parameters(index = "1", paramLabel = "DIRECTORY", descriptionKey = "publishedDirectory")
    private String directory;

    @Option(names = "--read-all", descriptionKey = "readAll")
    private boolean readAll;

    @Option(names = "--clear-only", descriptionKey = "clearOnly")
    private boolean clearOnly;

    PublishCommand() {}

    @Override
    protected PublishVersionResponse ask(NodeConnection node) {
        return node.stream(ReplicaServiceGrpc::newBlockingStub)
                .publishVersion(PublishVersionRequest.newBuilder()
                        .setDataset(dataset)
                        .setDirectory(directory)
                        .setReadAll(readAll)
                        .setClearOnly(clearOnly)
                        .build());
    }

    @Override
    protected void show(PublishVersionResponse answer, Screen screen) {
        screen.line(
                "Version " + answer.getVersionRoot() + " : " + Count.fr(answer.getFiles(), "fichier") + ", "
                        + Count.fr(answer.getBytes(), "octet") + ".",
                "Version " + answer.getVersionRoot() + ": " + Count.en(answer.getFiles(), "file") + ", "
                        + Count.en(answer.getBytes(), "byte") + ".");
    }
}
