package org.liptako.node.cli.operations;

import org.liptako.node.cli.Language;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.operations.v1.ListMaintenanceRequest;
import org.liptako.operations.v1.ListMaintenanceResponse;
import org.liptako.operations.v1.Maintenance;
import org.liptako.operations.v1.OperationsServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako operations maintenance list}: what any data centre has announced. */
@Command(name = "list")
final class MaintenanceListCommand extends NodeQuestion<ListMaintenanceResponse> {
    @Option(names = "--all", descriptionKey = "maintenanceAll")
    private boolean all;

    MaintenanceListCommand() {}

    @Override
    protected ListMaintenanceResponse ask(NodeConnection node) {
        return node.service(OperationsServiceGrpc::newBlockingStub)
                .listMaintenance(ListMaintenanceRequest.newBuilder().setAll(all).build());
    }

    @Override
    protected void show(ListMaintenanceResponse answer, Screen screen) {
        if (answer.getMaintenancesCount() == 0) {
            screen.line("Aucune maintenance n'est annoncée.", "No maintenance is announced.");
            return;
        }
        Table table = screen.language() == Language.FRENCH
                ? new Table("MAINTENANCE", "SITE", "DE", "À", "LUE ICI LE", "ANNULÉE LE", "MOTIF")
                : new Table("MAINTENANCE", "SITE", "FROM", "UNTIL", "READ HERE AT", "CANCELLED AT", "REASON");
        for (Maintenance one : answer.getMaintenancesList()) {
            table.row(
                    one.getId(),
                    one.getSite(),
                    LocalTime.of(one.getFrom()),
                    LocalTime.of(one.getUntil()),
                    LocalTime.of(one.getAnnouncedAt()),
                    LocalTime.of(one.getCancelledAt()),
                    one.getReason());
        }
        table.print(screen);
    }
}
