package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.liptako.federation.v1.FederationServiceGrpc.FederationServiceImplBase;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.CheckPlacementsRequest;
import org.liptako.placement.v1.CheckPlacementsResponse;
import org.liptako.placement.v1.PlacementServiceGrpc.PlacementServiceImplBase;
import org.liptako.registry.v1.RegisterServiceGrpc.RegisterServiceImplBase;
import org.liptako.trust.v1.GetAuthoritiesRequest;
import org.liptako.trust.v1.GetAuthoritiesResponse;
import org.liptako.trust.v1.TrustServiceGrpc.TrustServiceImplBase;

/** A server whose limits are small enough to be exceeded within seconds. */
final class TightServer implements AutoCloseable {
    static final String STREAM = "liptako.placement.v1.PlacementService/CheckPlacements";
    static final ConnectionLimits TIGHT = new ConnectionLimits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            6,
            4,
            40,
            3,
            40);

    private final AtomicInteger asked = new AtomicInteger();
    private final Credential operator = TrialRegion.operator(State.ML);
    private final TrialServer server = new TrialServer(
            TrialRegion.node(State.ML, Clock.systemUTC()),
            Clock.systemUTC(),
            TIGHT,
            List.of(new Silent(), new Secretive(), new Talkative(), new RegisterServiceImplBase() {}),
            0);

    TrialServer server() {
        return server;
    }

    /** How many questions of streams it has answered. */
    AtomicInteger asked() {
        return asked;
    }

    /** A connection of an operator of its State. */
    RawHttp2 connect() throws IOException, GeneralSecurityException {
        return RawHttp2.connect(server.port(), operator);
    }

    /** A caller of its State. */
    TrialClient client() {
        return TrialClient.of(server, operator);
    }

    /** How often it refused for a limit. */
    double refusedFor(String limit) {
        return server.metrics()
                .counter("liptako.grpc.connections.refused", "limit", limit)
                .count();
    }

    /** How a call ends that fails. */
    static Status failure(Runnable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call::run).getStatus();
    }

    @Override
    public void close() {
        server.close();
    }

    /** A desk that never answers. */
    private static final class Silent extends FederationServiceImplBase implements BindableService {
        @Override
        public void getNode(GetNodeRequest request, StreamObserver<GetNodeResponse> answer) {}
    }

    /** A desk for strangers that never answers. */
    private static final class Secretive extends TrustServiceImplBase {
        @Override
        public void getAuthorities(GetAuthoritiesRequest request, StreamObserver<GetAuthoritiesResponse> answer) {}
    }

    /** A desk that answers every question at once, at length. */
    private final class Talkative extends PlacementServiceImplBase {
        @Override
        public StreamObserver<CheckPlacementsRequest> checkPlacements(StreamObserver<CheckPlacementsResponse> answer) {
            return new StreamObserver<>() {
                @Override
                public void onNext(CheckPlacementsRequest question) {
                    asked.incrementAndGet();
                    answer.onNext(CheckPlacementsResponse.newBuilder()
                            .setAt("a".repeat(60))
                            .build());
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
}
