package org.liptako.node.cli.operations;

import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.operations.v1.AnnounceMaintenanceRequest;
import org.liptako.operations.v1.AnnounceMaintenanceResponse;
import org.liptako.operations.v1.OperationsServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako operations maintenance announce}: journals that the data centre will not serve for a while. */
@Command(name = "announce")
final class MaintenanceAnnounceCommand extends NodeQuestion<AnnounceMaintenanceResponse> {
    @Option(names = "--from", required = true, paramLabel = "INSTANT", descriptionKey = "maintenanceFrom")
    private String from;

    @Option(names = "--until", required = true, paramLabel = "INSTANT", descriptionKey = "maintenanceUntil")
    private String until;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "maintenanceReason")
    private String reason;

    MaintenanceAnnounceCommand() {}

    @Override
    protected AnnounceMaintenanceResponse ask(NodeConnection node) {
        return node.service(OperationsServiceGrpc::newBlockingStub)
                .announceMaintenance(AnnounceMaintenanceRequest.newBuilder()
                        .setFrom(from)
                        .setUntil(until)
                        .setReason(reason)
                        .build());
    }

    @Override
    protected void show(AnnounceMaintenanceResponse answer, Screen screen) {
        var announced = answer.getMaintenance();
        screen.line(
                "La maintenance " + announced.getId() + " de " + announced.getSite() + " est annoncée (entrée "
                        + announced.getJournalIndex() + ") ; les autres États la lisent dans le journal.",
                "Maintenance " + announced.getId() + " of " + announced.getSite() + " is announced (entry "
                        + announced.getJournalIndex() + "); the other States read it in the journal.");
    }
}
