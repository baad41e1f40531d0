package org.liptako.node.identity;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.liptako.pki.name.State;

/**
 * A gRPC server behind a node's TLS that does nothing else: no gate, no messages read, the same bytes to whoever asks. Its network threads are set up as the
 * node's are, and are no client's.
 */
public final class BareEcho implements AutoCloseable {
    private static final String SERVICE = "liptako.measure.Echo";

    /** One question, one answer. */
    public static final MethodDescriptor<byte[], byte[]> CALL = ofBytes(SERVICE + "/Call", MethodType.UNARY);

    /** A stream of questions, an answer to each. */
    public static final MethodDescriptor<byte[], byte[]> STREAM =
            ofBytes(SERVICE + "/Stream", MethodType.BIDI_STREAMING);

    private final TrialServer node;
    private final EventLoopGroup accepting = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoopGroup serving = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    private final Server server;

    /** An echo that answers with these bytes. */
    public BareEcho(State state, byte[] answer) throws IOException {
        this.node = new TrialServer(state, Clock.systemUTC(), List.of());
        this.server = ServerLimits.apply(
                        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                        ConnectionLimits.STANDARD)
                .sslContext(node.tls().server())
                .channelType(NioServerSocketChannel.class)
                .bossEventLoopGroup(accepting)
                .workerEventLoopGroup(serving)
                .directExecutor()
                .addService(ServerServiceDefinition.builder(SERVICE)
                        .addMethod(CALL, ServerCalls.asyncUnaryCall((request, caller) -> {
                            caller.onNext(answer);
                            caller.onCompleted();
                        }))
                        .addMethod(STREAM, ServerCalls.asyncBidiStreamingCall(caller -> new Answers(caller, answer)))
                        .build())
                .build()
                .start();
    }

    /** A call whose messages stay bytes, so that the caller's side costs the same whatever is called. */
    public static MethodDescriptor<byte[], byte[]> ofBytes(String name, MethodType type) {
        return MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(type)
                .setFullMethodName(name)
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(new Bytes())
                .build();
    }

    public int port() {
        return server.getPort();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The loops end by themselves.
    public void close() {
        server.shutdownNow();
        node.close();
        accepting.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        serving.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private static final class Answers implements StreamObserver<byte[]> {
        private final StreamObserver<byte[]> caller;
        private final byte[] answer;

        Answers(StreamObserver<byte[]> caller, byte[] answer) {
            this.caller = caller;
            this.answer = answer;
        }

        @Override
        public void onNext(byte[] question) {
            caller.onNext(answer);
        }

        @Override
        public void onError(Throwable gone) {
            // The caller has gone.
        }

        @Override
        public void onCompleted() {
            caller.onCompleted();
        }
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
