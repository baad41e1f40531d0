package org.liptako.node.cli.courier;

import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.RecordLostDiskRequest;
import org.liptako.exchange.v1.RecordLostDiskResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako courier lost}: records that a disk is lost. */
@Command(name = "lost")
final class LostCommand extends NodeQuestion<RecordLostDiskResponse> {
    @Parameters(paramLabel = "GRANT", descriptionKey = "grant")
    private String grant;

    @Option(names = "--disk", required = true, paramLabel = "N", descriptionKey = "courierDisk")
    private int disk;

    @Option(names = "--note", required = true, paramLabel = "TEXT", descriptionKey = "courierNote")
    private String note;

    LostCommand() {}

    @Override
    protected RecordLostDiskResponse ask(NodeConnection node) {
        return node.service(CourierServiceGrpc::newBlockingStub)
                .recordLostDisk(RecordLostDiskRequest.newBuilder()
                        .setGrant(grant)
                        .setDisk(disk)
                        .setNote(note)
                        .build());
    }

    @Override
    protected void show(RecordLostDiskResponse answer, Screen screen) {
        screen.line(
                "Perte inscrite au journal sous le n° " + answer.getJournalIndex()
                        + " ; qui trouve le disque n'y lit rien. Écrivez-en un autre avec courier export --disk " + disk
                        + ".",
                "Loss recorded in the journal as entry " + answer.getJournalIndex()
                        + "; whoever finds the disk reads nothing on it. Write another with courier export --disk "
                        + disk + ".");
    }
}
