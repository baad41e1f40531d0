package org.liptako.node.identity;

import com.google.protobuf.ByteString;
import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.exchange.v1.ChunkRange;
import org.liptako.exchange.v1.FetchRequest;
import org.liptako.exchange.v1.FetchResponse;
import org.liptako.exchange.v1.ReplicaExchangeServiceGrpc;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.JournalServiceGrpc.JournalServiceImplBase;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.journal.v1.ReadEntriesResponse;
import org.liptako.node.exchange.TrialSource;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.placement.v1.CheckPlacementsRequest;
import org.liptako.placement.v1.CheckPlacementsResponse;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.rulebook.v1.PublishEditionRequest;
import org.liptako.rulebook.v1.PublishEditionResponse;
import org.liptako.rulebook.v1.RulebookServiceGrpc;
import org.liptako.rulebook.v1.RulebookServiceGrpc.RulebookServiceImplBase;
import org.liptako.trust.v1.OfferTrustRequest;
import org.liptako.trust.v1.OfferTrustResponse;
import org.liptako.trust.v1.RevocationList;
import org.liptako.trust.v1.TrustServiceGrpc;

/** Mali's node, that gives copies, answers, and takes what it is to believe from whoever brings it; and the ways to be connected to it. */
final class RevocationScene implements AutoCloseable {
    /** More than the windows between caller and node hold, so that a transfer is under way until its receiver takes the last. */
    private static final int CHUNKS = 24;

    private static final PlacementTerms TERMS = PlacementTerms.newBuilder()
            .setDataset("ML-DS-008")
            .setOperation("REPLICATE")
            .setTargetSite("BF-OUA-1")
            .build();

    private final NodeIdentity identity = TrialRegion.node(State.ML, Clock.systemUTC());
    private final NodeTrust trust;
    private final TrialSource source;
    private final TrialServer server;
    private final TrialClient stranger;

    RevocationScene(Path directory) throws IOException {
        trust = TrialTrust.of(identity, directory.resolve("trust"));
        source = TrialSource.ofChunks(CHUNKS, directory, this::serve);
        server = source.server();
        stranger = TrialClient.of(server, null);
    }

    private TrialServer serve(BindableService exchange) {
        List<BindableService> desks = new ArrayList<>(EchoEndpoints.all());
        desks.add(exchange);
        desks.add(new OpenJournal());
        desks.add(new OpenRulebook());
        desks.add(new TrustEndpoint(identity, trust, Optional::empty));
        return new TrialServer(identity, trust, Clock.systemUTC(), ConnectionLimits.STANDARD, desks, 0);
    }

    TrialServer server() {
        return server;
    }

    NodeTrust trust() {
        return trust;
    }

    /** Hands the node what it is to believe from now on; nothing of it may be refused. */
    void bring(List<SignedTrustState> states, List<PublishedList> lists) {
        OfferTrustRequest.Builder offer = OfferTrustRequest.newBuilder();
        states.forEach(state -> offer.addStatesBuilder()
                .setContent(ByteString.copyFrom(state.content()))
                .setSignatures(ByteString.copyFrom(state.signatures())));
        lists.forEach(list -> offer.addLists(RevocationList.newBuilder()
                .setList(ByteString.copyFrom(list.list()))
                .setIssuer(ByteString.copyFrom(list.issuer()))));
        OfferTrustResponse answer =
                TrustServiceGrpc.newBlockingStub(stranger.channel()).offerTrust(offer.build());
        if (answer.getRefusalsCount() > 0) {
            throw new IllegalStateException("Refused: " + answer.getRefusalsList());
        }
    }

    IdleConnection idle(Credential caller) throws IOException, GeneralSecurityException {
        return new IdleConnection(server.port(), caller);
    }

    ConnectionInUse inUse(Credential caller) {
        return new ConnectionInUse(server, caller);
    }

    ResumingClient resuming(Credential caller) throws IOException, GeneralSecurityException {
        return new ResumingClient(server.port(), caller);
    }

    /** The bytes of a copy, on their way to a node. */
    RunningStream<FetchRequest, FetchResponse> transfer(State receiver, Credential caller) {
        FetchRequest asked = FetchRequest.newBuilder()
                .setGrant(source.grantTo(receiver))
                .addRanges(ChunkRange.newBuilder().setCount(CHUNKS))
                .build();
        return new RunningStream<>(
                server,
                caller,
                (channel, answers) ->
                        ReplicaExchangeServiceGrpc.newStub(channel).fetch(asked, answers));
    }

    /** A journal that a node or a regulator follows. */
    RunningStream<ReadEntriesRequest, ReadEntriesResponse> following(Credential caller) {
        return new RunningStream<>(
                server,
                caller,
                (channel, answers) -> JournalServiceGrpc.newStub(channel)
                        .readEntries(
                                ReadEntriesRequest.newBuilder().setFollow(true).build(), answers));
    }

    /** An operator's questions, answered for as long as the operator asks. */
    RunningStream<CheckPlacementsRequest, CheckPlacementsResponse> checking(Credential caller) {
        RunningStream<CheckPlacementsRequest, CheckPlacementsResponse> stream = new RunningStream<>(
                server,
                caller,
                (channel, answers) -> PlacementServiceGrpc.newStub(channel).checkPlacements(answers));
        stream.say(question());
        return stream;
    }

    static CheckPlacementsRequest question() {
        return CheckPlacementsRequest.newBuilder().setTerms(TERMS).build();
    }

    /** An edition of the law of which an officer has sent nothing yet. */
    RunningStream<PublishEditionRequest, PublishEditionResponse> uploading(Credential caller) {
        return new RunningStream<>(
                server,
                caller,
                (channel, answers) -> RulebookServiceGrpc.newStub(channel).publishEdition(answers));
    }

    @Override
    public void close() {
        stranger.close();
        source.close();
    }

    /** One word, then silence: the stream ends only if someone ends it. */
    private static final class OpenJournal extends JournalServiceImplBase {
        @Override
        public void readEntries(ReadEntriesRequest request, StreamObserver<ReadEntriesResponse> answer) {
            answer.onNext(ReadEntriesResponse.getDefaultInstance());
        }
    }

    /** Waits for the rest of what is sent. */
    private static final class OpenRulebook extends RulebookServiceImplBase {
        @Override
        public StreamObserver<PublishEditionRequest> publishEdition(StreamObserver<PublishEditionResponse> answer) {
            return new StreamObserver<>() {
                @Override
                public void onNext(PublishEditionRequest part) {}

                @Override
                public void onError(Throwable thrown) {}

                @Override
                public void onCompleted() {
                    answer.onCompleted();
                }
            };
        }
    }
}
