package org.liptako.node.exchange;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;

/**
 * A file sent by one gRPC stream over mutual TLS 1.3 in messages of 1 MiB, written, and synced once at its end: nothing is hashed, nothing
 * asked, nothing resumed. What a Fetch is held against.
 */
final class BareStream implements AutoCloseable {
    private static final int BLOCK = 1 << 20;
    private static final int WINDOW = 8 << 20;
    private static final int READY = 4 << 20;

    private static final MethodDescriptor<byte[], byte[]> COPY = MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodType.SERVER_STREAMING)
            .setFullMethodName("trial.Bare/Copy")
            .setRequestMarshaller(new Blocks())
            .setResponseMarshaller(new Blocks())
            .build();

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Server server;
    private final ManagedChannel channel;

    /** Gives the file to whoever asks. */
    BareStream(Path source) throws IOException {
        Credential node =
                TrialRegion.tree().node(TrialRegion.capital(State.ML), 1).read();
        X509Certificate[] chain = node.chain().toArray(X509Certificate[]::new);
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sslContext(
                        GrpcSslContexts.configure(SslContextBuilder.forServer(node.key(), chain), SslProvider.OPENSSL)
                                .protocols("TLSv1.3")
                                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                                .clientAuth(ClientAuth.REQUIRE)
                                .build())
                .flowControlWindow(WINDOW)
                .executor(threads)
                .addService(ServerServiceDefinition.builder("trial.Bare")
                        .addMethod(
                                COPY, ServerCalls.asyncServerStreamingCall((ask, receiver) -> send(source, receiver)))
                        .build())
                .build()
                .start();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .overrideAuthority("localhost")
                .sslContext(GrpcSslContexts.configure(
                                SslContextBuilder.forClient().keyManager(node.key(), chain), SslProvider.OPENSSL)
                        .protocols("TLSv1.3")
                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                        .endpointIdentificationAlgorithm(null)
                        .build())
                .flowControlWindow(WINDOW)
                .maxInboundMessageSize(2 * BLOCK)
                .executor(threads)
                .build();
    }

    /** Fetches the file; on disk when this returns. */
    void fetch(Path target) throws IOException {
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
            ClientCall<byte[], byte[]> call = channel.newCall(COPY, CallOptions.DEFAULT);
            call.start(new Writer(call, file, ended), new Metadata());
            call.sendMessage(new byte[0]);
            call.halfClose();
            call.request(2);
            ended.join();
            file.force(true);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
        threads.shutdownNow();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A failure ends the call, which the caller sees.
    private static void send(Path source, StreamObserver<byte[]> observer) {
        ServerCallStreamObserver<byte[]> receiver = (ServerCallStreamObserver<byte[]>) observer;
        receiver.setOnReadyThreshold(READY);
        try {
            FileChannel file = FileChannel.open(source, StandardOpenOption.READ);
            byte[] block = new byte[BLOCK];
            receiver.setOnReadyHandler(() -> {
                try {
                    while (receiver.isReady()) {
                        ByteBuffer filled = ByteBuffer.wrap(block);
                        while (filled.hasRemaining() && file.read(filled) >= 0) {
                            // To the end of the block, or of the file.
                        }
                        if (filled.position() < BLOCK) {
                            file.close();
                            receiver.onCompleted();
                            return;
                        }
                        receiver.onNext(block);
                    }
                } catch (IOException e) {
                    receiver.onError(e);
                }
            });
        } catch (IOException e) {
            receiver.onError(e);
        }
    }

    private static final class Writer extends ClientCall.Listener<byte[]> {
        private final ClientCall<byte[], byte[]> call;
        private final FileChannel file;
        private final CompletableFuture<@Nullable Void> ended;

        Writer(ClientCall<byte[], byte[]> call, FileChannel file, CompletableFuture<@Nullable Void> ended) {
            this.call = call;
            this.file = file;
            this.ended = ended;
        }

        @Override
        public void onMessage(byte[] block) {
            try {
                for (ByteBuffer rest = ByteBuffer.wrap(block); rest.hasRemaining(); ) {
                    file.write(rest);
                }
                call.request(1);
            } catch (IOException e) {
                ended.completeExceptionally(e);
                call.cancel("The disk does not take it.", e);
            }
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (status.isOk()) {
                ended.complete(null);
            } else {
                ended.completeExceptionally(status.asRuntimeException());
            }
        }
    }

    /** Messages that are bytes and nothing else; a full block is read into memory that the next one takes again. */
    private static final class Blocks implements MethodDescriptor.Marshaller<byte[]> {
        private final byte[] full = new byte[BLOCK];

        @Override
        public InputStream stream(byte[] block) {
            return new BlockStream(block);
        }

        @Override
        public byte[] parse(InputStream in) {
            try {
                byte[] block = in.available() == BLOCK ? full : new byte[in.available()];
                in.readNBytes(block, 0, block.length);
                return block;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class BlockStream extends ByteArrayInputStream implements Drainable, KnownLength {
        BlockStream(byte[] block) {
            super(block);
        }

        @Override
        public int drainTo(OutputStream target) throws IOException {
            return (int) transferTo(target);
        }
    }
}
