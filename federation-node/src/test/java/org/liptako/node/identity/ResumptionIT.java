package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.internal.tcnative.SSL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;

/** A resumed session would skip the judge of chains: a client that tries by every means gets none. */
class ResumptionIT {
    private final Credential node =
            TrialRegion.node(State.ML, Clock.systemUTC()).credential();

    @Test
    void resumesNoSession() throws Exception {
        try (TrialServer server = new TrialServer(State.ML, Clock.systemUTC(), EchoEndpoints.all())) {
            assertThat(reusedInSecondConnection(server.port())).isFalse();
        }
    }

    /** So that the test above can fail: the same client does resume at a server that gives tickets. */
    @Test
    void wouldBeResumedByAServerWithTickets() throws Exception {
        SslContext usual = GrpcSslContexts.configure(
                        SslContextBuilder.forServer(node.key(), chain()), SslProvider.OPENSSL)
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .clientAuth(ClientAuth.REQUIRE)
                .build();
        ((OpenSslSessionContext) usual.sessionContext())
                .setTicketKeys(new OpenSslSessionTicketKey(new byte[16], new byte[16], new byte[16]));
        Server server = NettyServerBuilder.forPort(0).sslContext(usual).build().start();
        try {
            assertThat(reusedInSecondConnection(server.getPort())).isTrue();
        } finally {
            server.shutdownNow();
        }
    }

    private boolean reusedInSecondConnection(int port) throws Exception {
        EagerResumer client =
                new EagerResumer(GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                        .keyManager(node.key(), chain())
                        .build());
        boolean first = client.reusedBy(port);
        assertThat(first).isFalse();
        return client.reusedBy(port);
    }

    private X509Certificate[] chain() {
        return node.chain().toArray(X509Certificate[]::new);
    }

    /** A client that keeps every session it is given, and can tell whether one was taken back. */
    private static final class EagerResumer extends DelegatingSslContext {
        private final List<ReferenceCountedOpenSslEngine> engines = Collections.synchronizedList(new ArrayList<>());

        EagerResumer(SslContext context) {
            super(context);
            ((OpenSslSessionContext) context.sessionContext()).setSessionCacheEnabled(true);
        }

        @Override
        protected void initEngine(SSLEngine engine) {
            engines.add((ReferenceCountedOpenSslEngine) engine);
        }

        boolean reusedBy(int port) throws InterruptedException {
            ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                    .sslContext(this)
                    .build();
            try {
                call(channel);
                return SSL.isSessionReused(engines.getLast().sslPointer());
            } finally {
                channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
            }
        }

        private static void call(ManagedChannel channel) {
            try {
                FederationServiceGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(10, TimeUnit.SECONDS)
                        .getNode(GetNodeRequest.getDefaultInstance());
            } catch (StatusRuntimeException e) {
                // The usual server has no endpoint; its answer shows that the session stands.
                assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
            }
        }
    }
}
