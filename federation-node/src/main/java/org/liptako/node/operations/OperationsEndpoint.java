package org.liptako.node.operations;

import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.MaintenanceId;
import org.liptako.node.operations.availability.AvailabilityDesk;
import org.liptako.node.operations.availability.AvailabilityMessages;
import org.liptako.node.operations.availability.MaintenanceDesk;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.operations.v1.AnnounceMaintenanceRequest;
import org.liptako.operations.v1.AnnounceMaintenanceResponse;
import org.liptako.operations.v1.CancelMaintenanceRequest;
import org.liptako.operations.v1.CancelMaintenanceResponse;
import org.liptako.operations.v1.DrainRequest;
import org.liptako.operations.v1.DrainResponse;
import org.liptako.operations.v1.GetAvailabilityRequest;
import org.liptako.operations.v1.GetAvailabilityResponse;
import org.liptako.operations.v1.ListMaintenanceRequest;
import org.liptako.operations.v1.ListMaintenanceResponse;
import org.liptako.operations.v1.OperationsServiceGrpc;

/** What people ask of a data centre's service, announce of it, and order. */
final class OperationsEndpoint extends OperationsServiceGrpc.OperationsServiceImplBase {
    private final NodeConfig node;
    private final AvailabilityDesk availability;
    private final MaintenanceDesk maintenance;
    private final DrainDesk drains;
    private final InstantSource clock;

    OperationsEndpoint(
            NodeConfig node,
            AvailabilityDesk availability,
            MaintenanceDesk maintenance,
            DrainDesk drains,
            InstantSource clock) {
        this.node = node;
        this.availability = availability;
        this.maintenance = maintenance;
        this.drains = drains;
        this.clock = clock;
    }

    @Override
    public void getAvailability(GetAvailabilityRequest request, StreamObserver<GetAvailabilityResponse> answer) {
        YearMonth month = request.getMonth().isEmpty() ? availability.present() : YearMonth.parse(request.getMonth());
        answer.onNext(AvailabilityMessages.response(availability.report(month), clock.instant()));
        answer.onCompleted();
    }

    @Override
    public void announceMaintenance(
            AnnounceMaintenanceRequest request, StreamObserver<AnnounceMaintenanceResponse> answer) {
        Caller.current().mustActFor(node.site());
        answer.onNext(AnnounceMaintenanceResponse.newBuilder()
                .setMaintenance(AvailabilityMessages.maintenance(maintenance.announce(
                        instant("from", request.getFrom()), instant("until", request.getUntil()), request.getReason())))
                .build());
        answer.onCompleted();
    }

    @Override
    public void cancelMaintenance(CancelMaintenanceRequest request, StreamObserver<CancelMaintenanceResponse> answer) {
        Caller.current().mustActFor(node.site());
        answer.onNext(CancelMaintenanceResponse.newBuilder()
                .setMaintenance(AvailabilityMessages.maintenance(
                        maintenance.cancel(new MaintenanceId(request.getMaintenance()))))
                .build());
        answer.onCompleted();
    }

    @Override
    public void listMaintenance(ListMaintenanceRequest request, StreamObserver<ListMaintenanceResponse> answer) {
        ListMaintenanceResponse.Builder response = ListMaintenanceResponse.newBuilder();
        maintenance
                .list(request.getAll())
                .forEach(one -> response.addMaintenances(AvailabilityMessages.maintenance(one)));
        answer.onNext(response.build());
        answer.onCompleted();
    }

    @Override
    public void drain(DrainRequest request, StreamObserver<DrainResponse> answer) {
        List<Integer> others = drains.order(Caller.current());
        answer.onNext(DrainResponse.newBuilder()
                .setNumber(node.number())
                .addAllOthers(others)
                .build());
        answer.onCompleted();
    }

    private static Instant instant(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Failure(
                    ErrorCode.INVALID_REQUEST,
                    new Sentence(
                            "Le champ " + field + " n'est pas un instant RFC 3339 : attendu tel que"
                                    + " 2026-12-01T22:00:00Z.",
                            "The field " + field + " is no RFC 3339 instant: expected one such as"
                                    + " 2026-12-01T22:00:00Z."),
                    e);
        }
    }
}
