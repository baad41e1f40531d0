package org.liptako.node.cli.operations;

import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.operations.v1.CancelMaintenanceRequest;
import org.liptako.operations.v1.CancelMaintenanceResponse;
import org.liptako.operations.v1.OperationsServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako operations maintenance cancel}: journals that it does not take place, or ends now. */
@Command(name = "cancel")
final class MaintenanceCancelCommand extends NodeQuestion<CancelMaintenanceResponse> {
    @Parameters(paramLabel = "MAINTENANCE", descriptionKey = "maintenance")
    private String maintenance;

    MaintenanceCancelCommand() {}

    @Override
    protected CancelMaintenanceResponse ask(NodeConnection node) {
        return node.service(OperationsServiceGrpc::newBlockingStub)
                .cancelMaintenance(CancelMaintenanceRequest.newBuilder()
                        .setMaintenance(maintenance)
                        .build());
    }

    @Override
    protected void show(CancelMaintenanceResponse answer, Screen screen) {
        String id = answer.getMaintenance().getId();
        screen.line(
                "La maintenance " + id + " est annulée : ce qui manque désormais compte comme panne.",
                "Maintenance " + id + " is cancelled: what is missing from now on counts as an outage.");
    }
}
