package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.pki.trust.TrustStore;
import org.liptako.pki.trust.TrustUse;

/** A trust state grows old: its successor was promised after 30 days. */
class TrustAgeIT {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final InstantSource time = now::get;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    @Test
    void whatIsHeldServesEachActOnlySoLongAndTheOwnStateAlways() {
        NodeIdentity identity = TrialRegion.node(State.ML, Clock.systemUTC());
        NodeTrust trust = trust(identity);
        assertThat(trust.serves(TrustUse.BINDING_ACTS)).as("before the first").isTrue();
        assertThat(trust.take(List.of(TrialTrust.next(null, Set.of())), List.of()))
                .isEmpty();

        later(Duration.ofDays(38));
        assertThat(trust.serves(TrustUse.ENROLMENT)).isFalse();
        assertThat(trust.serves(TrustUse.BINDING_ACTS)).isFalse();
        assertThat(trust.serves(TrustUse.GRANTED_TRANSFERS)).isTrue();
        try (TrialServer mali = server(identity, trust)) {
            assertThat(ask(mali, State.BF)).isEqualTo("served");
            later(Duration.ofDays(90));
            assertThat(ask(mali, State.BF)).startsWith("TRUST_TOO_OLD");
            assertThat(ask(mali, State.ML)).isEqualTo("served");
        }
    }

    @Test
    void halfOfWhatAUseAllowsIsWarnedOfOnceForEachTrustState() {
        NodeTrust trust = trust(TrialRegion.node(State.ML, Clock.systemUTC()));
        TrustAgeWatch watch = new TrustAgeWatch(trust, clock);
        assertThat(watch.look()).as("before the first").isEmpty();
        SignedTrustState first = TrialTrust.next(null, Set.of());
        trust.take(List.of(first), List.of());
        assertThat(watch.look()).as("fresh").isEmpty();

        later(Duration.ofDays(16));
        assertThat(watch.look()).singleElement().satisfies(words -> {
            assertThat(words.en()).contains("Trust state 1 is 16 days old", "ENROLMENT");
            assertThat(words.fr()).contains("a 16 jours", "ENROLMENT");
        });
        later(Duration.ofDays(15));
        assertThat(watch.look())
                .extracting(Sentence::en)
                .satisfiesExactly(
                        words -> assertThat(words).contains("GRANTED_TRANSFERS"),
                        words -> assertThat(words).contains("BINDING_ACTS"));
        assertThat(watch.look()).as("again").isEmpty();
        trust.take(List.of(TrialTrust.next(first, Set.of())), List.of());
        assertThat(watch.look()).as("another trust state").hasSize(3);
    }

    private NodeTrust trust(NodeIdentity identity) {
        return new NodeTrust(
                TrustStore.open(TrialRegion.emptyDirectory(), TrialRegion.ZONE, List.of(TrialRegion.root()), clock),
                identity,
                clock,
                new SimpleMeterRegistry());
    }

    private TrialServer server(NodeIdentity identity, NodeTrust trust) {
        return new TrialServer(identity, trust, Clock.systemUTC(), ConnectionLimits.STANDARD, EchoEndpoints.all(), 0);
    }

    private void later(Duration passed) {
        now.updateAndGet(instant -> instant.plus(passed));
    }

    private static String ask(TrialServer server, State state) {
        try (TrialClient client = TrialClient.of(server, TrialRegion.operator(state))) {
            StatusRuntimeException refused = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> FederationServiceGrpc.newBlockingStub(client.channel())
                            .withDeadlineAfter(10, TimeUnit.SECONDS)
                            .getNode(GetNodeRequest.getDefaultInstance()));
            return refused == null
                    ? "served"
                    : String.valueOf(refused.getStatus().getDescription());
        }
    }
}
