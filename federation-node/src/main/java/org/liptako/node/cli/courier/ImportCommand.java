package org.liptako.node.cli.courier;

import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.ImportDiskRequest;
import org.liptako.exchange.v1.ImportedDisk;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.ProgressLine;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.wire.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako courier import}: takes what a disk holds into the copy that this data centre receives. */
@Command(name = "import")
final class ImportCommand extends NodeQuestion<ImportedDisk> {
    @Parameters(paramLabel = "DIRECTORY", descriptionKey = "courierDirectory")
    private String directory;

    ImportCommand() {}

    @Override
    protected ImportedDisk ask(NodeConnection node) {
        var responses = node.stream(CourierServiceGrpc::newBlockingStub)
                .importDisk(
                        ImportDiskRequest.newBuilder().setDirectory(directory).build());
        var imported = ImportedDisk.getDefaultInstance();
        try (var bar = ProgressLine.start(directory)) {
            while (responses.hasNext()) {
                var response = responses.next();
                bar.show(response.getChunksDone(), response.getChunks());
                imported = response.getImported();
            }
        }
        return imported;
    }

    @Override
    protected void show(ImportedDisk answer, Screen screen) {
        screen.line(
                "Disque " + answer.getDisk() + " sur " + answer.getDisks() + " de l'autorisation " + answer.getGrant()
                        + " : " + Count.fr(answer.getTaken(), "bloc pris", "blocs pris") + ", " + answer.getKnown()
                        + " déjà là, "
                        + Count.fr(answer.getFailed(), "manqué") + ".",
                "Disk " + answer.getDisk() + " of " + answer.getDisks() + " under the grant " + answer.getGrant() + ": "
                        + Count.en(answer.getTaken(), "chunk taken", "chunks taken") + ", " + answer.getKnown()
                        + " there before, "
                        + answer.getFailed() + " failed.");
        if (!answer.getSeal().isEmpty()) {
            screen.line(
                    "Sceau, à comparer au bordereau : " + DiskTable.grouped(answer.getSeal()),
                    "Seal, to be held against the slip: " + DiskTable.grouped(answer.getSeal()));
        }
        answer.getFaultsList().forEach(fault -> screen.line(fault.getFr(), fault.getEn()));
        if (answer.getChunksDurable() == answer.getChunks()) {
            screen.line("La copie est entière ; elle va être scellée.", "The copy is whole; it is about to be sealed.");
        } else {
            screen.line(
                    "La copie a " + Count.fr(answer.getChunksDurable(), "bloc") + " sur " + answer.getChunks()
                            + " ; le reste vient par un autre disque ou par la ligne.",
                    "The copy has " + Count.en(answer.getChunksDurable(), "chunk") + " of " + answer.getChunks()
                            + "; the rest comes by another disk or by the wire.");
        }
    }

    @Override
    protected int exitCode(ImportedDisk answer) {
        return answer.getFaultsCount() == 0 && answer.getFailed() == 0 ? ExitCode.DONE : ExitCode.NO;
    }
}
