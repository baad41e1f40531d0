package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.ConfigException;
import org.liptako.node.identity.TrialNodeFiles;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.enrolment.RenewalRequest;
import org.liptako.pki.name.State;

class NodeRenewalTest {
    private static final Duration ENDED = Duration.ofMinutes(-1);
    private static final Duration HOURS = Duration.ofHours(20);
    private static final Sentence SILENCE = new Sentence("silence", "silence");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @TempDir
    private Path directory;

    @Test
    void renewsWithAFreshKeyPastHalfOfItsLife() {
        try (TrialNodeFiles node = new TrialNodeFiles(directory, State.ML, Duration.ofSeconds(3), HOURS);
                NodeRenewal renewal = TrialRenewal.of(node, TrialRenewal.deskOf(node), metrics)) {
            X509Certificate first = node.identity().credential().certificate();

            renewal.start();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> metrics.counter("liptako.tls.renewals").count() == 1);
            X509Certificate second = node.identity().credential().certificate();
            assertThat(second.getPublicKey()).isNotEqualTo(first.getPublicKey());
            assertThat(node.files().read().certificate()).isEqualTo(second);
        }
    }

    @Test
    void renewsWhatHasEndedBeforeItServesAndTriesAgain() {
        try (TrialNodeFiles node = new TrialNodeFiles(directory, State.ML, ENDED, HOURS);
                NodeRenewal renewal =
                        TrialRenewal.of(node, failing(node, new RenewalAnswer.Failed(SILENCE)), metrics)) {
            renewal.makeReady();

            assertThat(node.identity().credential().certificate().getNotAfter().toInstant())
                    .isAfter(Clock.systemUTC().instant());
            assertThat(metrics.get("liptako.tls.renewal.failures").gauge().value())
                    .isZero();
        }
    }

    /** On a clock that stands still no pause ever ends by itself. */
    @Test
    void triesAgainAtOnceWhenWhatIsTrustedMoves() throws IOException {
        for (Consumer<NodeRenewal> way : List.<Consumer<NodeRenewal>>of(NodeRenewal::makeReady, NodeRenewal::start)) {
            Clock still = Clock.fixed(Instant.now(), ZoneOffset.UTC);
            SimpleMeterRegistry counted = new SimpleMeterRegistry();
            Path own = Files.createTempDirectory(directory, "node");
            try (TrialNodeFiles node = new TrialNodeFiles(own, State.ML, ENDED, HOURS);
                    NodeRenewal renewal =
                            TrialRenewal.of(node, failing(node, new RenewalAnswer.Failed(SILENCE)), counted, still)) {
                CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> way.accept(renewal));
                await().until(() ->
                        counted.get("liptako.tls.renewal.failures").gauge().value() == 1);
                assertThat(counted.counter("liptako.tls.renewals").count()).isZero();

                node.identity().trust().epoch().advance();

                await().until(() -> counted.counter("liptako.tls.renewals").count() == 1);
                assertThat(begun).succeedsWithin(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void endsAtTheStartWhereTheAuthorityRefuses() {
        try (TrialNodeFiles node = new TrialNodeFiles(directory, State.ML, ENDED, HOURS);
                NodeRenewal renewal = TrialRenewal.of(
                        node, failing(node, new RenewalAnswer.Refused(new Sentence("RÉVOQUÉ", "REVOKED"))), metrics)) {
            assertThatThrownBy(renewal::makeReady)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("has expired")
                    .hasMessageContaining("REVOKED");
        }
    }

    @Test
    void saysHowToRenewWhereNobodyDoes() {
        try (TrialNodeFiles node = new TrialNodeFiles(directory, State.ML, ENDED, HOURS);
                NodeRenewal renewal =
                        new NodeRenewal(node.identity(), Optional.empty(), () -> {}, Clock.systemUTC(), metrics)) {
            assertThatThrownBy(renewal::makeReady)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("liptako.trust.authority-address");
        }
    }

    @Test
    void keepsWhatItHasWhereTheAnswerIsAnotherKeysOrOfNoUse() {
        try (TrialNodeFiles node = new TrialNodeFiles(directory, State.ML, HOURS, HOURS);
                TrialNodeFiles other = new TrialNodeFiles(directory, State.BF, HOURS, HOURS)) {
            X509Certificate first = node.identity().credential().certificate();
            LeafAuthority wrong = answering(request ->
                    new RenewalAnswer.Issued(other.identity().credential().chain()));

            assertThat(new FreshCredential(node.identity(), node.files(), node.watch(), wrong, Clock.systemUTC())
                            .renew())
                    .isInstanceOf(RenewalAnswer.Failed.class);
            assertThat(node.files().read().certificate()).isEqualTo(first);
        }
    }

    /** Answers so once, and then as the desk does. */
    private static LeafAuthority failing(TrialNodeFiles node, RenewalAnswer once) {
        Deque<RenewalAnswer> first = new ArrayDeque<>(List.of(once));
        LeafAuthority desk = TrialRenewal.deskOf(node);
        return answering(request -> first.isEmpty() ? desk.renew(request) : first.poll());
    }

    private static LeafAuthority answering(Function<RenewalRequest, RenewalAnswer> answer) {
        return new LeafAuthority() {
            @Override
            public void catchUp() {}

            @Override
            public RenewalAnswer renew(RenewalRequest request) {
                return answer.apply(request);
            }
        };
    }
}
