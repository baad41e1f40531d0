package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.identity.BareEcho;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.CheckPlacementRequest;
import org.liptako.placement.v1.CheckPlacementResponse;
import org.liptako.placement.v1.PlacementTerms;

/** What a check costs beside a bare echo of as many bytes behind the same TLS: calls a second into {@code target/measures/check.md}. */
@Tag("measure")
class CheckMeasure {
    private static final MethodDescriptor<byte[], byte[]> CHECK =
            BareEcho.ofBytes("liptako.placement.v1.PlacementService/CheckPlacement");
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final int ROUNDS = 5;

    @TempDir
    static Path directory;

    private record Rates(double check, double echo) {
        double ratio() {
            return check / echo;
        }
    }

    @Test
    void ofCallersWhoShareOneConnection() throws IOException {
        byte[] request = CheckPlacementRequest.newBuilder()
                .setTerms(PlacementTerms.newBuilder()
                        .setDataset("ML-DS-008")
                        .setOperation("REPLICATE")
                        .setTargetSite("BF-OUA-1")
                        .setEncrypted(true)
                        .setReturnClause(true))
                .build()
                .toByteArray();
        try (TrialFederation region = new TrialFederation(directory)) {
            region.takeTheSamples();
            ManagedChannel node = channel(region.port(State.ML));
            byte[] answer = ClientCalls.blockingUnaryCall(node, CHECK, CallOptions.DEFAULT, request);
            assertThat(CheckPlacementResponse.parseFrom(answer).getDecision().getVerdict())
                    .isEqualTo("PERMIT");
            try (BareEcho echo = new BareEcho(State.ML, answer)) {
                ManagedChannel bare = channel(echo.port());
                Files.write(
                        Files.createDirectories(Path.of("target", "measures")).resolve("check.md"),
                        table(node, bare, request, answer.length));
                bare.shutdownNow();
            }
            node.shutdownNow();
        }
    }

    private static List<String> table(Channel node, Channel bare, byte[] request, int answerBytes) {
        List<String> rows = new ArrayList<>(List.of(
                "Request " + request.length + " bytes, answer " + answerBytes + " bytes.",
                "",
                "| callers on one connection | checks/s | echoes/s | ratio (median of " + ROUNDS + " rounds) |",
                "|---|---|---|---|"));
        rate(node, CHECK, request, 16, WARM_UP);
        rate(bare, BareEcho.METHOD, request, 16, WARM_UP);
        for (int callers : new int[] {1, 8, 32}) {
            Rates[] rounds = new Rates[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                rounds[round] = new Rates(
                        rate(node, CHECK, request, callers, ROUND),
                        rate(bare, BareEcho.METHOD, request, callers, ROUND));
            }
            Arrays.sort(rounds, (one, other) -> Double.compare(one.ratio(), other.ratio()));
            Rates median = rounds[ROUNDS / 2];
            rows.add(String.format(
                    Locale.ROOT,
                    "| %d | %,.0f | %,.0f | %.2f |",
                    callers,
                    median.check(),
                    median.echo(),
                    median.ratio()));
        }
        return rows;
    }

    /** Calls a second, each caller asking again as soon as they are answered. */
    private static double rate(
            Channel channel, MethodDescriptor<byte[], byte[]> method, byte[] request, int callers, Duration time) {
        long start = System.nanoTime();
        Crowd crowd = new Crowd(start + time.toNanos(), new LongAdder(), new AtomicReference<>(), new Phaser(1));
        for (int caller = 0; caller < callers; caller++) {
            crowd.asking().register();
            new Caller(channel, method, request, crowd).ask();
        }
        crowd.asking().arriveAndAwaitAdvance();
        assertThat(crowd.failure().get()).isNull();
        return crowd.answers().sum() / ((System.nanoTime() - start) / 1e9);
    }

    /** What the callers of a round share. */
    private record Crowd(long end, LongAdder answers, AtomicReference<@Nullable Throwable> failure, Phaser asking) {}

    private static final class Caller implements StreamObserver<byte[]> {
        private final Channel channel;
        private final MethodDescriptor<byte[], byte[]> method;
        private final byte[] request;
        private final Crowd crowd;

        Caller(Channel channel, MethodDescriptor<byte[], byte[]> method, byte[] request, Crowd crowd) {
            this.channel = channel;
            this.method = method;
            this.request = request;
            this.crowd = crowd;
        }

        void ask() {
            ClientCalls.asyncUnaryCall(channel.newCall(method, CallOptions.DEFAULT), request, this);
        }

        @Override
        public void onNext(byte[] answer) {
            crowd.answers().increment();
        }

        @Override
        public void onError(Throwable thrown) {
            crowd.failure().set(thrown);
            crowd.asking().arriveAndDeregister();
        }

        @Override
        public void onCompleted() {
            if (System.nanoTime() - crowd.end() < 0) {
                ask();
            } else {
                crowd.asking().arriveAndDeregister();
            }
        }
    }

    private static ManagedChannel channel(int port) throws IOException {
        Credential caller = TrialRegion.operator(State.ML);
        return NettyChannelBuilder.forAddress("127.0.0.1", port)
                .sslContext(GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                        .trustManager(TrialRegion.root())
                        .keyManager(caller.key(), caller.chain().toArray(X509Certificate[]::new))
                        .build())
                .overrideAuthority(TrialFederation.serverName(State.ML))
                .directExecutor()
                .build();
    }
}
