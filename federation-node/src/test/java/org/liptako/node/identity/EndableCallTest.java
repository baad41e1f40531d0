package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

class EndableCallTest {
    private final Failure reason = Failure.of(ErrorCode.CALLER_UNTRUSTED, "Révoqué.", "Revoked.");

    private final Once call = new Once();
    private final EndableCall<GetNodeRequest, GetNodeResponse> endable = new EndableCall<>(call);

    @Test
    void endsTheCallAndDropsWhatTheEndpointStillSays() {
        endable.end(reason);
        endable.close(Status.OK, new Metadata());

        assertThat(call.closed).isTrue();
        assertThat(endable.isCancelled()).isTrue();
    }

    /** As the mapping of failures does when the endpoint throws: whoever judges all calls again must come to the next one. */
    @Test
    void endsQuietlyWhatWasClosedPastIt() {
        call.close(Status.OK, new Metadata());

        assertThatCode(() -> endable.end(reason)).doesNotThrowAnyException();
    }

    @Test
    void oneListenerThatFailsKeepsNoOtherFromHearingThatTrustHasChanged() {
        TrustEpoch epoch = new TrustEpoch();
        AtomicBoolean heard = new AtomicBoolean();
        epoch.onAdvance(() -> {
            throw new IllegalStateException("call already closed");
        });
        epoch.onAdvance(() -> heard.set(true));

        epoch.advance();

        assertThat(heard).isTrue();
    }

    /** A call that may be closed once, as gRPC's own. */
    private static final class Once extends ServerCall<GetNodeRequest, GetNodeResponse> {
        private boolean closed;

        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(GetNodeResponse message) {}

        @Override
        public void close(Status status, Metadata trailers) {
            if (closed) {
                throw new IllegalStateException("call already closed");
            }
            closed = true;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<GetNodeRequest, GetNodeResponse> getMethodDescriptor() {
            return FederationServiceGrpc.getGetNodeMethod();
        }
    }
}
