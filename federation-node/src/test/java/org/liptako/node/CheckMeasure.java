package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

/**
 * What a check costs beside a bare echo of as many bytes behind the same TLS: answers a second into {@code target/measures/check.md}. Under
 * {@value #RULES} rules of each State, of which the index leaves 20 of each to be tried.
 */
@Tag("measure")
class CheckMeasure {
    private static final int RULES = 10_000;
    private static final int WAITING = 256;
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final MethodDescriptor<byte[], byte[]> CHECK =
            BareEcho.ofBytes("liptako.placement.v1.PlacementService/CheckPlacement", MethodDescriptor.MethodType.UNARY);
    private static final MethodDescriptor<byte[], byte[]> CHECKS = BareEcho.ofBytes(
            "liptako.placement.v1.PlacementService/CheckPlacements", MethodDescriptor.MethodType.BIDI_STREAMING);
    private static final List<byte[]> QUESTIONS = IntStream.rangeClosed(1, ManyRules.SAMPLE_DATASETS)
            .mapToObj(number -> question("ML-DS-%03d".formatted(number)))
            .toList();

    @TempDir
    private static Path directory;

    private static TrialFederation region;
    private static BareEcho echo;
    private static ManagedChannel toNode;
    private static ManagedChannel toEcho;
    private static CallRates node;
    private static CallRates bare;

    private record Rates(double checks, double echoes) {
        double ratio() {
            return checks / echoes;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        region = TrialFederation.withMaliJudgingBy(directory, ManyRules.write(directory.resolve("rules"), RULES));
        region.takeTheSamples();
        toNode = channel(region.port(State.ML));
        byte[] answer = new byte[0];
        for (byte[] question : QUESTIONS) {
            answer = ClientCalls.blockingUnaryCall(toNode, CHECK, CallOptions.DEFAULT, question);
            assertThat(CheckPlacementResponse.parseFrom(answer).getDecision().getVerdict())
                    .isEqualTo("PERMIT");
        }
        echo = new BareEcho(State.ML, answer);
        toEcho = channel(echo.port());
        node = new CallRates(toNode, QUESTIONS);
        bare = new CallRates(toEcho, QUESTIONS);
        Files.writeString(
                measures(),
                "Questions of %d bytes, answers of %d bytes.\n\n"
                        .formatted(QUESTIONS.getFirst().length, answer.length));
    }

    @AfterAll
    static void end() {
        toNode.shutdownNow();
        toEcho.shutdownNow();
        echo.close();
        region.close();
    }

    @Test
    void ofCallersWhoShareOneConnection() throws IOException {
        write(
                "callers on one connection",
                IntStream.of(1, 8, 32),
                (rates, callers, time) -> rates.ofCalls(rates == node ? CHECK : BareEcho.CALL, callers, time));
    }

    @Test
    void ofStreamsOnOneConnection() throws IOException {
        write(
                "streams on one connection, " + WAITING + " questions waiting on each",
                IntStream.of(1, 4),
                (rates, streams, time) ->
                        rates.ofStreams(rates == node ? CHECKS : BareEcho.STREAM, streams, WAITING, time));
    }

    private interface Load {
        double rate(CallRates rates, int width, Duration time);
    }

    private static void write(String width, IntStream widths, Load load) throws IOException {
        load.rate(node, 8, WARM_UP);
        load.rate(bare, 8, WARM_UP);
        List<String> rows = new ArrayList<>(List.of(
                "| " + width + " | checks/s | echoes/s | ratio (median of " + ROUNDS + " rounds) |",
                "|---|---|---|---|"));
        widths.mapToObj(one -> row(one, load)).forEach(rows::add);
        rows.add("");
        Files.write(measures(), rows, StandardOpenOption.APPEND);
    }

    private static String row(int width, Load load) {
        Rates median = IntStream.range(0, ROUNDS)
                .mapToObj(round -> new Rates(load.rate(node, width, ROUND), load.rate(bare, width, ROUND)))
                .sorted(Comparator.comparingDouble(Rates::ratio))
                .toList()
                .get(ROUNDS / 2);
        return String.format(
                Locale.ROOT, "| %d | %,.0f | %,.0f | %.2f |", width, median.checks(), median.echoes(), median.ratio());
    }

    private static Path measures() throws IOException {
        return Files.createDirectories(Path.of("target", "measures")).resolve("check.md");
    }

    private static byte[] question(String dataset) {
        return CheckPlacementRequest.newBuilder()
                .setTerms(PlacementTerms.newBuilder()
                        .setDataset(dataset)
                        .setOperation("REPLICATE")
                        .setTargetSite("BF-OUA-1")
                        .setEncrypted(true)
                        .setReturnClause(true))
                .build()
                .toByteArray();
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
