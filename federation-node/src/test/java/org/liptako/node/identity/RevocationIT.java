package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.JournalServiceGrpc.JournalServiceImplBase;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.journal.v1.ReadEntriesResponse;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.OwnDistrust;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.placement.v1.CheckPlacementsRequest;
import org.liptako.placement.v1.CheckPlacementsResponse;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementTerms;

/** A State CA, a node and a person are revoked while they are connected in every way there is. */
@Timeout(60)
class RevocationIT {
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final TrialServer mali = new TrialServer(State.ML, Clock.systemUTC(), desks());

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        mali.close();
    }

    @Test
    void aRevokedStateIsRefusedInEveryWayItMayBeConnectedAndTheRestNoticeNothing(TestReporter figures)
            throws Exception {
        NodeTrust trust = TrialTrust.of(mali.identity(), directory);
        SignedTrustState first = TrialTrust.next(null, Set.of());
        assertThat(trust.take(List.of(first), List.of())).isEmpty();
        SignedTrustState second = TrialTrust.next(first, Set.of(State.NE));
        refusedOnceItHappens(
                () -> assertThat(trust.take(List.of(second), List.of())).isEmpty(), figures);
        assertThat(trust.number()).isEqualTo(2);
        assertThat(TrialTrust.of(TrialRegion.node(State.ML, Clock.systemUTC()), directory)
                        .number())
                .as("after a restart")
                .isEqualTo(2);
    }

    @Test
    void aStateThatMaliAloneDistrustsIsRefusedByMaliAtOnce(TestReporter figures) throws Exception {
        NodeTrust trust = TrialTrust.of(mali.identity(), directory);
        Credential ca = TrialRegion.tree().stateCa(State.NE).read();
        refusedOnceItHappens(
                () -> trust.distrust(new OwnDistrust(Set.of(
                        Digest.over(TrustMessages.encoded(ca.certificate()).toByteArray())))),
                figures);
    }

    /** A node's certificate and a person's, by their State alone: its CAs' lists need nobody's consent. */
    @Test
    void aRevokedCertificateIsRefusedInEveryWayItMayBeConnected(TestReporter figures) throws Exception {
        NodeTrust trust = TrialTrust.of(mali.identity(), directory);
        assertThat(trust.take(List.of(TrialTrust.next(null, Set.of())), TrialTrust.lists(1, List.of())))
                .isEmpty();
        Credential node = TrialRegion.of(TrialRegion.someone(State.NE, Role.NODE));
        Credential person = TrialRegion.of(TrialRegion.someone(State.NE, Role.REGULATOR));
        List<PublishedList> revoking = TrialTrust.lists(2, List.of(node.certificate(), person.certificate()));
        refusedOnceItHappens(
                node, person, () -> assertThat(trust.take(List.of(), revoking)).isEmpty(), figures);
        try (TrialClient sister = TrialClient.of(
                mali, TrialRegion.node(State.NE, Clock.systemUTC()).credential())) {
            assertThat(ask(sister)).as("another node of the same State").isEqualTo(Status.Code.OK);
        }
    }

    /** The operator's call has no end of its own: questions come and are answered for as long as the operator asks. */
    @Test
    void aRevokedOperatorIsCutOffInTheMiddleOfALongCallAndAColleagueIsNot(TestReporter figures) throws Exception {
        NodeTrust trust = TrialTrust.of(mali.identity(), directory);
        assertThat(trust.take(List.of(TrialTrust.next(null, Set.of())), TrialTrust.lists(1, List.of())))
                .isEmpty();
        Credential operator = TrialRegion.of(TrialRegion.someone(State.ML, Role.OPERATOR));
        List<PublishedList> revoking = TrialTrust.lists(2, List.of(operator.certificate()));
        try (TrialClient revoked = TrialClient.of(mali, operator);
                TrialClient colleague = TrialClient.of(mali, TrialRegion.operator(State.ML))) {
            LongCall ofRevoked = new LongCall(revoked);
            LongCall ofColleague = new LongCall(colleague);
            ofRevoked.ask();
            ofColleague.ask();
            await().until(() -> ofRevoked.answers() > 0 && ofColleague.answers() > 0);

            long began = System.nanoTime();
            assertThat(trust.take(List.of(), revoking)).isEmpty();
            assertThat(ofRevoked.end().get(5, TimeUnit.SECONDS)).startsWith("CALLER_UNTRUSTED");
            figure(figures, "long call of an operator", began);
            int before = ofColleague.answers();
            ofColleague.ask();
            await().until(() -> ofColleague.answers() > before);
            assertThat(ofColleague.end()).isNotDone();
            figures.publishEntry("the operator is told", ofRevoked.end().get());
        }
    }

    /** A stream of questions that stays open. */
    private static final class LongCall implements StreamObserver<CheckPlacementsResponse> {
        private static final PlacementTerms TERMS = PlacementTerms.newBuilder()
                .setDataset("ML-DS-008")
                .setOperation("REPLICATE")
                .setTargetSite("BF-OUA-1")
                .build();

        private final AtomicInteger answers = new AtomicInteger();
        private final CompletableFuture<String> end = new CompletableFuture<>();
        private final StreamObserver<CheckPlacementsRequest> questions;

        LongCall(TrialClient client) {
            questions = PlacementServiceGrpc.newStub(client.channel()).checkPlacements(this);
        }

        void ask() {
            questions.onNext(CheckPlacementsRequest.newBuilder().setTerms(TERMS).build());
        }

        int answers() {
            return answers.get();
        }

        /** With what the call ended. */
        CompletableFuture<String> end() {
            return end;
        }

        @Override
        public void onNext(CheckPlacementsResponse answer) {
            answers.incrementAndGet();
        }

        @Override
        public void onError(Throwable thrown) {
            end.complete(String.valueOf(Status.fromThrowable(thrown).getDescription()));
        }

        @Override
        public void onCompleted() {
            end.complete("completed");
        }
    }

    @Test
    void noStateRevokesAnotherAlone() {
        NodeTrust trust = TrialTrust.of(mali.identity(), directory);
        SignedTrustState first = TrialTrust.next(null, Set.of());
        trust.take(List.of(first), List.of());
        SignedTrustState forged =
                new SignedTrustState(TrialTrust.next(first, Set.of(State.NE)).content(), first.signatures());

        assertThat(trust.take(List.of(forged), List.of())).hasSize(1);
        assertThat(trust.number()).isEqualTo(1);
    }

    private void refusedOnceItHappens(Runnable revocation, TestReporter figures) throws Exception {
        refusedOnceItHappens(
                TrialRegion.node(State.NE, Clock.systemUTC()).credential(),
                TrialRegion.of(TrialRegion.someone(State.NE, Role.REGULATOR)),
                revocation,
                figures);
    }

    private void refusedOnceItHappens(Credential node, Credential person, Runnable revocation, TestReporter figures)
            throws Exception {
        SSLContext sessions = RawHttp2.context(person);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger served = new AtomicInteger();
        try (TrialClient idle = TrialClient.of(mali, node);
                TrialClient used = TrialClient.of(mali, person);
                TrialClient running = TrialClient.of(mali, node);
                TrialClient neighbour = TrialClient.of(mali, TrialRegion.operator(State.BF))) {
            assertThat(ask(idle)).isEqualTo(Status.Code.OK);
            assertThat(ask(used)).isEqualTo(Status.Code.OK);
            CompletableFuture<Status.Code> stream = listen(running);
            CompletableFuture<List<Status.Code>> rest = CompletableFuture.supplyAsync(() -> {
                List<Status.Code> answers = new ArrayList<>();
                while (!over.get()) {
                    answers.add(ask(neighbour));
                    served.incrementAndGet();
                }
                return answers;
            });
            assertThat(resumed(sessions)).as("the same client, before").isTrue();
            await().until(() -> served.get() > 20 && open(State.NE) == 3);

            long began = System.nanoTime();
            revocation.run();
            await().atMost(AT_MOST).until(() -> ask(used) != Status.Code.OK);
            figure(figures, "connection in use", began);
            assertThat(stream.get(5, TimeUnit.SECONDS)).isEqualTo(Status.Code.UNAUTHENTICATED);
            figure(figures, "running stream", began);
            await().atMost(AT_MOST).until(() -> open(State.NE) == 0);
            figure(figures, "idle connection", began);
            assertThat(ask(idle)).isNotEqualTo(Status.Code.OK);
            try (TrialClient again = TrialClient.of(mali, node)) {
                assertThat(ask(again)).isNotEqualTo(Status.Code.OK);
            }
            assertThat(resumed(sessions)).as("a client that resumes sessions").isFalse();
            figure(figures, "new connection, and one that tries to resume its session", began);
            int before = served.get();
            await().until(() -> served.get() > before + 20);
            over.set(true);
            assertThat(rest.get(10, TimeUnit.SECONDS)).containsOnly(Status.Code.OK);
            figures.publishEntry("calls of the others without an error", Integer.toString(served.get()));
        }
    }

    /** Whether a client that keeps its TLS sessions gets an answer. */
    private boolean resumed(SSLContext sessions) throws Exception {
        try (RawHttp2 client = RawHttp2.connect(mali.port(), sessions)) {
            client.send(RawHttp2.PING, 0, 0, new byte[8]);
            return client.await(frame -> frame.type() == RawHttp2.PING, AT_MOST) != null;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void figure(TestReporter figures, String what, long began) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(took).as(what).isLessThan(AT_MOST);
        figures.publishEntry(what + " refused after ms", Long.toString(took.toMillis()));
    }

    private long open(State state) {
        return mali.connections().open().stream()
                .filter(connection -> connection.state() == state)
                .count();
    }

    private static Status.Code ask(TrialClient client) {
        try {
            FederationServiceGrpc.newBlockingStub(client.channel())
                    .withDeadlineAfter(10, TimeUnit.SECONDS)
                    .getNode(GetNodeRequest.getDefaultInstance());
            return Status.Code.OK;
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode();
        }
    }

    private static CompletableFuture<Status.Code> listen(TrialClient client) throws Exception {
        CompletableFuture<Status.Code> end = new CompletableFuture<>();
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        JournalServiceGrpc.newStub(client.channel())
                .readEntries(ReadEntriesRequest.getDefaultInstance(), new StreamObserver<>() {
                    @Override
                    public void onNext(ReadEntriesResponse entry) {
                        heard.complete(true);
                    }

                    @Override
                    public void onError(Throwable thrown) {
                        end.complete(Status.fromThrowable(thrown).getCode());
                    }

                    @Override
                    public void onCompleted() {
                        end.complete(Status.Code.OK);
                    }
                });
        assertThat(heard.get(10, TimeUnit.SECONDS)).isTrue();
        return end;
    }

    private static List<BindableService> desks() {
        List<BindableService> desks = new ArrayList<>(EchoEndpoints.all());
        desks.add(new JournalServiceImplBase() {
            @Override
            public void readEntries(ReadEntriesRequest request, StreamObserver<ReadEntriesResponse> answer) {
                // One word, then silence: the stream ends only if someone ends it.
                answer.onNext(ReadEntriesResponse.getDefaultInstance());
            }
        });
        return desks;
    }
}
