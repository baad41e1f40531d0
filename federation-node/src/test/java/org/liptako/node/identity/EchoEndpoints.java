package org.liptako.node.identity;

import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.liptako.federation.v1.FederationServiceGrpc.FederationServiceImplBase;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.placement.v1.CheckPlacementRequest;
import org.liptako.placement.v1.CheckPlacementResponse;
import org.liptako.placement.v1.CheckPlacementsRequest;
import org.liptako.placement.v1.CheckPlacementsResponse;
import org.liptako.placement.v1.PlacementServiceGrpc.PlacementServiceImplBase;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.ImportCatalogueResponse;
import org.liptako.registry.v1.RegisterServiceGrpc.RegisterServiceImplBase;

/** Endpoints that answer with who called, and fail as told. */
final class EchoEndpoints {
    private EchoEndpoints() {}

    static List<BindableService> all() {
        return List.of(new Federation(), new Placement(), new Register());
    }

    private static String caller() {
        return Caller.current().party().toString();
    }

    private static final class Federation extends FederationServiceImplBase {
        @Override
        public void getNode(GetNodeRequest request, StreamObserver<GetNodeResponse> answer) {
            answer.onNext(GetNodeResponse.newBuilder().setName(caller()).build());
            answer.onCompleted();
        }
    }

    private static final class Placement extends PlacementServiceImplBase {
        @Override
        public void checkPlacement(CheckPlacementRequest request, StreamObserver<CheckPlacementResponse> answer) {
            answer.onNext(CheckPlacementResponse.newBuilder().setAt(caller()).build());
            answer.onCompleted();
        }

        @Override
        public StreamObserver<CheckPlacementsRequest> checkPlacements(StreamObserver<CheckPlacementsResponse> answer) {
            return new StreamObserver<>() {
                @Override
                public void onNext(CheckPlacementsRequest question) {
                    answer.onNext(
                            CheckPlacementsResponse.newBuilder().setAt(caller()).build());
                }

                @Override
                public void onError(Throwable thrown) {}

                @Override
                public void onCompleted() {
                    answer.onCompleted();
                }
            };
        }
    }

    private static final class Register extends RegisterServiceImplBase {
        @Override
        public void importCatalogue(ImportCatalogueRequest request, StreamObserver<ImportCatalogueResponse> answer) {
            throw new IllegalStateException("the desk is on fire");
        }
    }
}
