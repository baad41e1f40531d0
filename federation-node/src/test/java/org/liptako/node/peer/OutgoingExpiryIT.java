package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.JournalServiceGrpc.JournalServiceImplBase;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.journal.v1.ReadEntriesResponse;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.pki.name.State;

/** A call that runs to a peer ends when the certificate does that the peer showed as it began, and no sooner. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class OutgoingExpiryIT {
    private final Instant beginning = Instant.now();
    private final AtomicReference<Instant> now = new AtomicReference<>(beginning);
    private final InstantSource time = now::get;
    private final TrialServer mali = new TrialServer(State.ML, time.withZone(ZoneOffset.UTC), List.of());
    private final TrialServer burkina = new TrialServer(State.BF, Clock.systemUTC(), List.of(new EndlessJournal()));
    private final TlsPeerChannels channels = new TlsPeerChannels(
            new PeerDirectory(List.of(new PeerConfig(
                    State.BF,
                    TrialRegion.capital(State.BF),
                    "127.0.0.1",
                    burkina.port(),
                    burkina.identity().serverName()))),
            mali.tls(),
            mali.trust());
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        clockwork.shutdownNow();
        channels.close();
        burkina.close();
        mali.close();
    }

    @Test
    void endsACallThatOutlivesThePeersCertificate() throws Exception {
        BlockingClientCall<?, ReadEntriesResponse> stream = JournalServiceGrpc.newBlockingV2Stub(
                        channels.channel(State.BF))
                .readEntries(ReadEntriesRequest.newBuilder().setFollow(true).build());
        assertThat(stream.read(10, TimeUnit.SECONDS)).isNotNull();
        Instant end =
                burkina.identity().credential().certificate().getNotAfter().toInstant();

        now.set(end.minus(Duration.ofMinutes(1)));
        mali.tls().epoch().advance();
        assertThat(stream.read(10, TimeUnit.SECONDS)).as("it goes on").isNotNull();

        now.set(end.plus(Duration.ofMinutes(1)));
        channels.watch(clockwork);
        assertThatThrownBy(() -> stream.read(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        StatusException.class,
                        ended -> assertThat(ErrorTrailer.codeOf(ended)).contains(ErrorCode.PEER_UNTRUSTED))
                .hasMessageContaining("has expired");
    }

    /** Begins and never ends. */
    private static final class EndlessJournal extends JournalServiceImplBase {
        @Override
        public void readEntries(ReadEntriesRequest request, StreamObserver<ReadEntriesResponse> follower) {
            follower.onNext(ReadEntriesResponse.getDefaultInstance());
            follower.onNext(ReadEntriesResponse.getDefaultInstance());
        }
    }
}
