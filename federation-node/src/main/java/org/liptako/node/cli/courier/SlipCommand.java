package org.liptako.node.cli.courier;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liptako.exchange.v1.CourierDisk;
import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.ListDisksRequest;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.cli.paper.PdfFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako courier slip}: the paper that goes with a disk, as a PDF. */
@Command(name = "slip")
final class SlipCommand extends NodeQuestion<CourierDisk> {
    @Parameters(paramLabel = "GRANT", descriptionKey = "grant")
    private String grant;

    @Option(names = "--disk", required = true, paramLabel = "N", descriptionKey = "courierDisk")
    private int disk;

    @Option(names = "--out", required = true, paramLabel = "PDF", descriptionKey = "courierSlip")
    private Path file;

    SlipCommand() {}

    @Override
    protected CourierDisk ask(NodeConnection node) {
        return node
                .service(CourierServiceGrpc::newBlockingStub)
                .listDisks(ListDisksRequest.newBuilder().setGrant(grant).build())
                .getDisksList()
                .stream()
                .filter(found -> found.getDisk() == disk && !found.getSeal().isEmpty())
                .findFirst()
                .map(this::written)
                .orElseThrow(() -> CommandFailure.refused(
                        "Sous l'autorisation " + grant + ", aucun disque " + disk + " n'est écrit.",
                        "Under the grant " + grant + " no disk " + disk + " is written."));
    }

    @Override
    protected void show(CourierDisk answer, Screen screen) {
        screen.line("Bordereau écrit : " + file + ".", "Slip written: " + file + ".");
    }

    private CourierDisk written(CourierDisk found) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            PdfFile.write(SlipPage.of(found), out);
            return found;
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    "--out : " + file
                            + " ne peut pas être écrit ; donnez un fichier d'un dossier où vous pouvez écrire.",
                    "--out: " + file + " cannot be written; give a file in a directory that you may write to.");
        }
    }
}
