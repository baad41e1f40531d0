package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.TestReporter;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;

/** Two nodes whose certificates end again and again while one calls the other without pause. */
final class RenewalUnderLoad {
    /** Certificates begin five minutes before they are issued. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Path directory;

    RenewalUnderLoad(Path directory) {
        this.directory = directory;
    }

    /** Fails if a call does. */
    void run(Duration life, Duration length, TestReporter figures) throws Exception {
        ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(2);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        NodeIdentity server = renewing(State.ML, life, clockwork);
        NodeIdentity client = renewing(State.BF, life, clockwork);
        AtomicInteger renewals = new AtomicInteger();
        server.own().onRenewed(renewals::incrementAndGet);
        Clock clock = Clock.systemUTC();
        try (TrialServer node = new TrialServer(server, clock, ConnectionLimits.STANDARD, EchoEndpoints.all(), 0);
                TrialServer other = new TrialServer(client, clock, ConnectionLimits.STANDARD, EchoEndpoints.all(), 0)) {
            ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", node.port())
                    .sslContext(other.tls().clientOf(State.ML, server.serverName()))
                    .overrideAuthority(server.serverName())
                    .build();
            client.own().onRenewed(channel::enterIdle);
            ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
            AtomicInteger calls = new AtomicInteger();
            Instant end = clock.instant().plus(length);
            for (int caller = 0; caller < 4; caller++) {
                callers.execute(() -> {
                    while (clock.instant().isBefore(end)) {
                        call(channel, failures);
                        calls.incrementAndGet();
                    }
                });
            }
            callers.shutdown();
            assertThat(callers.awaitTermination(length.toSeconds() + 30, TimeUnit.SECONDS))
                    .isTrue();
            channel.shutdownNow();
            figures.publishEntry("calls", calls.toString());
            figures.publishEntry("renewals", renewals.toString());
            assertThat(failures).isEmpty();
            assertThat(renewals.get()).isGreaterThanOrEqualTo(3);
        } finally {
            clockwork.shutdownNow();
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

    /** An identity whose files someone replaces at half life, as the State's own tools would. */
    @SuppressWarnings("FutureReturnValueIgnored") // A renewal that fails shows in the calls.
    private NodeIdentity renewing(State state, Duration life, ScheduledExecutorService clockwork) throws Exception {
        Party party = Party.at(TrialRegion.capital(state), Role.NODE, "1");
        CredentialFiles files = CredentialFiles.named(Files.createDirectories(directory.resolve(state.name())), "node");
        files.write(issue(party, life));
        NodeIdentity identity = NodeIdentity.read(
                files, TrialRegion.tree().root().certificate(), party, TrialRegion.ZONE, Clock.systemUTC());
        new CredentialWatch(identity, files, Clock.systemUTC(), new SimpleMeterRegistry(), clockwork).start();
        long half = life.dividedBy(2).toMillis();
        clockwork.scheduleAtFixedRate(() -> files.replace(issue(party, life)), half, half, TimeUnit.MILLISECONDS);
        return identity;
    }

    private static Credential issue(Party party, Duration life) {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        Credential ca =
                TrialRegion.tree().issuingCa(party.state(), Authority.NODE_CA).read();
        LeafProfile profile = new LeafProfile(party, TrialRegion.ZONE, SKEW.plus(life));
        return issuer.issue(profile, issuer.newKey(KeyKind.P256), ca);
    }
}
