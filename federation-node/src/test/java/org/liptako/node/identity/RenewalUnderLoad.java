package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.node.peer.NodeRenewal;
import org.liptako.node.peer.TrialRenewal;
import org.liptako.pki.name.State;

/** Two nodes whose certificates end again and again while one calls the other without pause. */
final class RenewalUnderLoad {
    private final Path directory;

    RenewalUnderLoad(Path directory) {
        this.directory = directory;
    }

    /**
     * What happened under load.
     *
     * @param renewals of the server's certificate; the client's come beside them
     * @param slowestMillis the longest that any call took
     */
    record Figures(int calls, int renewals, long slowestMillis) {}

    /** Fails if a call does. */
    Figures run(Duration life, Duration length) throws Exception {
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        TrialNodeFiles mali = new TrialNodeFiles(directory, State.ML, life, life);
        TrialNodeFiles burkina = new TrialNodeFiles(directory, State.BF, life, life);
        NodeIdentity server = mali.identity();
        NodeIdentity client = burkina.identity();
        AtomicInteger renewals = new AtomicInteger();
        server.own().onRenewed(renewals::incrementAndGet);
        Clock clock = Clock.systemUTC();
        NodeRenewal ofServer = TrialRenewal.started(mali);
        NodeRenewal ofClient = TrialRenewal.started(burkina);
        try (mali;
                burkina;
                TrialServer node = new TrialServer(server, clock, ConnectionLimits.STANDARD, EchoEndpoints.all(), 0);
                TrialServer other = new TrialServer(client, clock, ConnectionLimits.STANDARD, EchoEndpoints.all(), 0)) {
            ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", node.port())
                    .sslContext(other.tls().clientOf(State.ML, List.of(server.serverName())))
                    .overrideAuthority(server.serverName())
                    .build();
            client.own().onRenewed(channel::enterIdle);
            ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
            AtomicInteger calls = new AtomicInteger();
            LongAccumulator slowest = new LongAccumulator(Math::max, 0);
            Instant end = clock.instant().plus(length);
            for (int caller = 0; caller < 4; caller++) {
                callers.execute(() -> {
                    while (clock.instant().isBefore(end)) {
                        long began = System.nanoTime();
                        call(channel, failures);
                        slowest.accumulate(System.nanoTime() - began);
                        calls.incrementAndGet();
                    }
                });
            }
            callers.shutdown();
            assertThat(callers.awaitTermination(length.toSeconds() + 30, TimeUnit.SECONDS))
                    .isTrue();
            channel.shutdownNow();
            assertThat(failures).isEmpty();
            return new Figures(calls.get(), renewals.get(), TimeUnit.NANOSECONDS.toMillis(slowest.get()));
        } finally {
            ofServer.close();
            ofClient.close();
            callers.shutdownNow();
        }
    }

    private static void call(ManagedChannel channel, ConcurrentLinkedQueue<String> failures) {
        try {
            FederationServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(10, TimeUnit.SECONDS)
                    .getNode(GetNodeRequest.getDefaultInstance());
        } catch (StatusRuntimeException failed) {
            failures.add(failed.getStatus().toString());
        }
    }
}
