package org.liptako.node.identity;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.FailureInterceptor;
import org.liptako.pki.issuing.Credential;

/**
 * A server whose TLS lets anyone in, whatever they show, so that a test meets what stands behind TLS: the judge of each
 * call, where it is given one.
 */
final class OpenDoor implements AutoCloseable {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Server server;

    private OpenDoor(Credential shown, List<BindableService> desks, @Nullable NodeIdentity judge) {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .directExecutor();
        for (BindableService desk : desks) {
            builder.addService(
                    judge == null ? desk.bindService() : ServerInterceptors.interceptForward(desk, callGate(judge)));
        }
        try {
            this.server = builder.sslContext(GrpcSslContexts.configure(
                                    SslContextBuilder.forServer(
                                            shown.key(), shown.chain().toArray(X509Certificate[]::new)),
                                    SslProvider.OPENSSL)
                            .trustManager(InsecureTrustManagerFactory.INSTANCE)
                            .clientAuth(ClientAuth.OPTIONAL)
                            .protocols("TLSv1.3")
                            .build())
                    .build()
                    .start();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node whose TLS has been got round: only the judge of its calls is left before the desks. */
    static OpenDoor of(NodeIdentity node, List<BindableService> desks) {
        return new OpenDoor(node.credential(), desks, node);
    }

    /** A stranger's server, which shows what it is given. */
    static OpenDoor showing(Credential shown, List<BindableService> desks) {
        return new OpenDoor(shown, desks, null);
    }

    private List<ServerInterceptor> callGate(NodeIdentity judge) {
        Clock clock = Clock.systemUTC();
        CallerTrust trust = new CallerTrust(judge.trust(), new TlsRefusals(metrics, clock), clock);
        return List.of(
                new CallLogInterceptor(metrics),
                new FailureInterceptor(),
                new CallerInterceptor(trust, new CallRights(), judge.state()));
    }

    int port() {
        return server.getPort();
    }

    /** How often the judge of calls refused a chain for a reason. */
    double refusals(String reason) {
        return metrics.counter("liptako.tls.refusals", "side", "call", "reason", reason)
                .count();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
