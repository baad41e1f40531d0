package org.liptako.node.identity;

import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.issuing.Credential;

/** A caller of our servers who shows whatever a test gives it, and asks nothing of the server. */
public final class TrialClient implements AutoCloseable {
    private final ManagedChannel channel;

    private TrialClient(ManagedChannel channel) {
        this.channel = channel;
    }

    public static TrialClient of(TrialServer server, @Nullable Credential credential) {
        return of(server, credential, "TLSv1.3", "X25519MLKEM768");
    }

    static TrialClient of(TrialServer server, @Nullable Credential credential, String protocol, String group) {
        return of(server.port(), server.identity().serverName(), credential, protocol, group);
    }

    /** Of a server that is not a node's. */
    static TrialClient of(int port, String serverName, Credential credential) {
        return of(port, serverName, credential, "TLSv1.3", "X25519MLKEM768");
    }

    private static TrialClient of(
            int port, String serverName, @Nullable Credential credential, String protocol, String group) {
        try {
            SslContextBuilder builder = GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .option(OpenSslContextOption.GROUPS, new String[] {group})
                    .protocols(protocol);
            if (credential != null) {
                builder.keyManager(credential.key(), credential.chain().toArray(X509Certificate[]::new));
            }
            return new TrialClient(NettyChannelBuilder.forAddress("127.0.0.1", port)
                    .sslContext(builder.build())
                    .overrideAuthority(serverName)
                    .maxInboundMessageSize(ServerLimits.MESSAGE_BYTES)
                    .build());
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    public ManagedChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
