package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.DatasetKeyServiceGrpc;
import org.liptako.exchange.v1.RestoreVersionRequest;
import org.liptako.exchange.v1.RestoreVersionResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.wire.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako replica restore}: makes files again of an encrypted copy, at the dataset's home State. */
@Command(name = "restore")
final class RestoreCommand extends NodeQuestion<RestoreVersionResponse> {
    @Parameters(index = "0", paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Parameters(index = "1", paramLabel = "DIRECTORY", descriptionKey = "restoreDirectory")
    private String directory;

    @Option(names = "--version-root", paramLabel = "ROOT", defaultValue = "", descriptionKey = "restoreRoot")
    private String root;

    RestoreCommand() {}

    @Override
    protected RestoreVersionResponse ask(NodeConnection node) {
        return node.stream(DatasetKeyServiceGrpc::newBlockingStub)
                .restoreVersion(RestoreVersionRequest.newBuilder()
                        .setDataset(dataset)
                        .setDirectory(directory)
                        .setEncryptedRoot(root)
                        .build());
    }

    @Override
    protected void show(RestoreVersionResponse answer, Screen screen) {
        screen.line(
                "Restitué dans " + directory + " : " + Count.fr(answer.getFiles(), "fichier") + ", "
                        + Count.fr(answer.getBytes(), "octet") + ", de la version chiffrée " + answer.getEncryptedRoot()
                        + ".",
                "Restored to " + directory + ": " + Count.en(answer.getFiles(), "file") + ", "
                        + Count.en(answer.getBytes(), "byte") + ", of the encrypted version "
                        + answer.getEncryptedRoot() + ".");
    }
}
