package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.FederationServiceGrpc.FederationServiceImplBase;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.JournalServiceGrpc.JournalServiceImplBase;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.journal.v1.ReadEntriesResponse;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;

/** A node that stops while others follow it. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class CallServerIT {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);

    @Test
    void endsTheStreamsThatNeverEndAndStopsAtOnce() throws InterruptedException {
        try (TrialServer server = server();
                TrialClient regulator = TrialClient.of(server, regulator())) {
            Iterator<ReadEntriesResponse> stream = following(regulator);

            assertThat(timeToClose(server)).isLessThan(SOON);

            assertThatThrownBy(stream::hasNext)
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            end -> assertThat(ErrorTrailer.codeOf(end)).contains(ErrorCode.NODE_NOT_SERVING));
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void letsACallThatRunsHaveItsAnswerFirst() throws InterruptedException, ExecutionException {
        try (TrialServer server = server();
                TrialClient regulator = TrialClient.of(server, regulator())) {
            following(regulator);
            CompletableFuture<GetNodeResponse> answer =
                    CompletableFuture.supplyAsync(() -> FederationServiceGrpc.newBlockingStub(regulator.channel())
                            .getNode(GetNodeRequest.getDefaultInstance()));
            asked.await();

            assertThat(timeToClose(server)).isLessThan(SOON);

            assertThat(answer.get().getName()).isEqualTo("late, but here");
        }
    }

    private TrialServer server() {
        return new TrialServer(State.ML, Clock.systemUTC(), List.of(new EndlessJournal(told), new SlowNode(asked)));
    }

    private static Credential regulator() {
        return TrialRegion.tree().regulator(State.ML).read();
    }

    /** A stream that has begun. */
    private static Iterator<ReadEntriesResponse> following(TrialClient client) {
        Iterator<ReadEntriesResponse> stream = JournalServiceGrpc.newBlockingStub(client.channel())
                .readEntries(ReadEntriesRequest.newBuilder().setFollow(true).build());
        stream.next();
        return stream;
    }

    private static Duration timeToClose(TrialServer server) {
        long begun = System.nanoTime();
        server.close();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static final class EndlessJournal extends JournalServiceImplBase {
        private final CountDownLatch told;

        EndlessJournal(CountDownLatch told) {
            this.told = told;
        }

        @Override
        public void readEntries(ReadEntriesRequest request, StreamObserver<ReadEntriesResponse> follower) {
            ((ServerCallStreamObserver<ReadEntriesResponse>) follower).setOnCancelHandler(told::countDown);
            follower.onNext(ReadEntriesResponse.getDefaultInstance());
        }
    }

    private static final class SlowNode extends FederationServiceImplBase {
        private final CountDownLatch asked;

        SlowNode(CountDownLatch asked) {
            this.asked = asked;
        }

        @Override
        public void getNode(GetNodeRequest request, StreamObserver<GetNodeResponse> answer) {
            asked.countDown();
            CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                    .execute(() -> {
                        answer.onNext(GetNodeResponse.newBuilder()
                                .setName("late, but here")
                                .build());
                        answer.onCompleted();
                    });
        }
    }
}
