package org.liptako.node.cli.courier;

import java.util.ArrayList;
import java.util.List;
import org.liptako.exchange.v1.CourierDisk;
import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.ExportDiskRequest;
import org.liptako.node.cli.ProgressLine;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.wire.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako courier export}: writes one disk of a copy, in a directory of the node's machine. */
@Command(name = "export")
final class ExportCommand extends NodeQuestion<CourierDisk> {
    @Parameters(index = "0", paramLabel = "GRANT", descriptionKey = "grant")
    private String grant;

    @Parameters(index = "1", paramLabel = "DIRECTORY", descriptionKey = "courierDirectory")
    private String directory;

    @Option(names = "--capacity", paramLabel = "SIZE", descriptionKey = "courierCapacity")
    private List<String> capacities = new ArrayList<>();

    @Option(names = "--disk", paramLabel = "N", descriptionKey = "courierExportDisk")
    private int disk;

    ExportCommand() {}

    @Override
    protected CourierDisk ask(NodeConnection node) {
        var request = ExportDiskRequest.newBuilder()
                .setGrant(grant)
                .setDirectory(directory)
                .setDisk(disk);
        capacities.forEach(capacity -> request.addCapacities(Capacity.bytes(capacity)));
        var responses = node.stream(CourierServiceGrpc::newBlockingStub).exportDisk(request.build());
        var written = CourierDisk.getDefaultInstance();
        try (var bar = ProgressLine.start(directory)) {
            while (responses.hasNext()) {
                var response = responses.next();
                bar.show(response.getChunksDone(), response.getChunks());
                written = response.getDisk();
            }
        }
        return written;
    }

    @Override
    protected void show(CourierDisk answer, Screen screen) {
        screen.line(
                "Disque " + answer.getDisk() + " sur " + answer.getDisks() + " écrit pour " + answer.getTargetSite()
                        + " : " + Count.fr(answer.getChunks(), "bloc") + ", " + Count.fr(answer.getBytes(), "octet")
                        + ".",
                "Disk " + answer.getDisk() + " of " + answer.getDisks() + " written for " + answer.getTargetSite()
                        + ": " + Count.en(answer.getChunks(), "chunk") + ", " + Count.en(answer.getBytes(), "byte")
                        + ".");
        screen.line("Sceau : " + DiskTable.grouped(answer.getSeal()), "Seal: " + DiskTable.grouped(answer.getSeal()));
        if (answer.getDisk() < answer.getDisks()) {
            screen.line(
                    "Mettez le disque suivant et répétez la commande avec son dossier.",
                    "Put in the next disk and repeat the command with its directory.");
        }
    }
}
