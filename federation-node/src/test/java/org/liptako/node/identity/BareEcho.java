package org.liptako.node.identity;

import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.liptako.pki.name.State;

/** A gRPC server behind a node's TLS that does nothing else: no gate, no messages read, the same bytes to whoever asks. */
public final class BareEcho implements AutoCloseable {
    private static final String SERVICE = "liptako.measure.Echo";

    /** The call that it answers. */
    public static final MethodDescriptor<byte[], byte[]> METHOD = ofBytes(SERVICE + "/Call");

    private final TrialServer node;
    private final Server server;

    /** An echo that answers with these bytes. */
    public BareEcho(State state, byte[] answer) throws IOException {
        this.node = new TrialServer(state, Clock.systemUTC(), List.of());
        this.server = ServerLimits.apply(
                        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                        ConnectionLimits.STANDARD)
                .sslContext(node.tls().server())
                .directExecutor()
                .addService(ServerServiceDefinition.builder(SERVICE)
                        .addMethod(METHOD, ServerCalls.asyncUnaryCall((request, observer) -> {
                            observer.onNext(answer);
                            observer.onCompleted();
                        }))
                        .build())
                .build()
                .start();
    }

    /** A call whose messages stay bytes, so that the caller's side costs the same whatever is called. */
    public static MethodDescriptor<byte[], byte[]> ofBytes(String name) {
        return MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(name)
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(new Bytes())
                .build();
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
        node.close();
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
