package org.liptako.node.cli.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.ImportCatalogueResponse;
import org.liptako.registry.v1.RegisterServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako register import}: takes the State's own sites, datasets and copies from a catalogue; all or nothing. */
@Command(name = "import")
final class ImportCommand extends NodeQuestion<ImportCatalogueResponse> {
    @Parameters(paramLabel = "FILE", descriptionKey = "catalogue")
    private Path file;

    ImportCommand() {}

    @Override
    protected ImportCatalogueResponse ask(NodeConnection node) {
        return node.service(RegisterServiceGrpc::newBlockingStub)
                .importCatalogue(
                        ImportCatalogueRequest.newBuilder().setYaml(text()).build());
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw CommandFailure.badInput(
                    "le catalogue " + file + " ne peut pas être lu : donnez un fichier YAML en UTF-8.",
                    "catalogue " + file + " cannot be read: give a YAML file in UTF-8.");
        }
    }

    @Override
    protected void show(ImportCatalogueResponse answer, Screen screen) {
        screen.line(
                answer.getSites() + " sites, " + answer.getDatasets() + " jeux et " + answer.getReplicas()
                        + " copies enregistrés ; " + answer.getLeftOut() + " entrées laissées aux autres États.",
                answer.getSites() + " sites, " + answer.getDatasets() + " datasets and " + answer.getReplicas()
                        + " copies recorded; " + answer.getLeftOut() + " entries left to the other States.");
    }
}
