package org.liptako.node.exchange;

import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.possession.challenge.AnswerDesk;
import org.liptako.node.possession.challenge.AnswerMessages;
import org.liptako.node.possession.challenge.ChallengeDraw;
import org.liptako.node.possession.challenge.ChallengeQuestion;
import org.liptako.node.possession.challenge.KeyedChunk;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.possession.v1.AnswerChallengeRequest;
import org.liptako.possession.v1.AnswerChallengeResponse;
import org.liptako.possession.v1.ChallengePeerServiceGrpc.ChallengePeerServiceImplBase;

/** Holders' nodes of Niger that answer Mali's challenges otherwise than an honest one. */
final class DishonestHolder {
    private static final StatementSigner NIGERS = TrialChallenge.signerOf(State.NE);

    private DishonestHolder() {}

    /** Never answers. */
    static BindableService silent() {
        return new Answering(request -> Optional.empty());
    }

    /** Has always something else to do. */
    static BindableService busy() {
        return new Answering(request -> {
            throw Failure.of(ErrorCode.TOO_MUCH, "Plus tard.", "Later.");
        });
    }

    /** As if there were no connection, to this call alone. */
    static BindableService unavailable() {
        return new ChallengePeerServiceImplBase() {
            @Override
            public void answerChallenge(
                    AnswerChallengeRequest request, StreamObserver<AnswerChallengeResponse> observer) {
                observer.onError(Status.UNAVAILABLE.asRuntimeException());
            }
        };
    }

    /** Knows of no challenge. */
    static BindableService ofBefore() {
        return new ChallengePeerServiceImplBase() {};
    }

    /** Gives the first digests again and again, and signs them anew. */
    static BindableService replaying(AnswerDesk honest) {
        List<Optional<Digest>> first = new ArrayList<>();
        return new Answering(request -> {
            if (first.isEmpty()) {
                first.addAll(digests(honest, request));
            }
            return Optional.of(signed(request, first));
        });
    }

    /** Gives its first answer again and again, as it signed it once. */
    static BindableService repeating(AnswerDesk honest) {
        List<AnswerChallengeResponse> first = new ArrayList<>();
        return new Answering(request -> {
            if (first.isEmpty()) {
                first.add(signed(request, digests(honest, request)));
            }
            return Optional.of(first.getFirst());
        });
    }

    /** Has nothing, and lets a site that has the bytes answer a challenge of its own copy under the same key. */
    static BindableService reflecting(AnswerDesk other, SiteId site) {
        return new Answering(request -> {
            ChallengeQuestion asked = question(request);
            ChallengeDraw draw = new ChallengeDraw(
                    asked.draw().version(),
                    site,
                    State.ML,
                    asked.draw().number(),
                    ChallengeDraw.others(site).stream()
                            .map(TrialChallenge::checkpoint)
                            .toList());
            ChallengeQuestion passedOn = new ChallengeQuestion(
                    draw, request.getSamples(), request.getKey().toByteArray());
            return Optional.of(signed(request, other.answer(passedOn, State.ML, () -> {})));
        });
    }

    /** Has of the first three chunks what they were once, and answers for these under the right key. */
    static BindableService withOldData(AnswerDesk honest) {
        return new Answering(request -> {
            List<Optional<Digest>> digests = new ArrayList<>(digests(honest, request));
            ChallengeQuestion asked = question(request);
            KeyedChunk keyed =
                    new KeyedChunk(request.getKey().toByteArray(), asked.draw().seed());
            for (int chunk = 0; chunk < 3; chunk++) {
                digests.set(chunk, Optional.of(keyed.of(chunk, ByteBuffer.wrap(new byte[] {1, 2, 3}))));
            }
            return Optional.of(signed(request, digests));
        });
    }

    /** Answers rightly, and binds nobody. */
    static BindableService unsigned(AnswerDesk honest) {
        return new Answering(request -> Optional.of(signed(request, digests(honest, request)).toBuilder()
                .clearSigned()
                .build()));
    }

    /** Answers rightly, in another's name. */
    static BindableService signedBy(StatementSigner other, AnswerDesk honest) {
        return new Answering(
                request -> Optional.of(AnswerMessages.response(question(request), digests(honest, request), other)));
    }

    private static List<Optional<Digest>> digests(AnswerDesk honest, AnswerChallengeRequest request) {
        return honest.answer(question(request), State.ML, () -> {});
    }

    private static AnswerChallengeResponse signed(AnswerChallengeRequest request, List<Optional<Digest>> digests) {
        return AnswerMessages.response(question(request), digests, NIGERS);
    }

    private static ChallengeQuestion question(AnswerChallengeRequest request) {
        return AnswerMessages.question(request, State.ML);
    }

    /** What a holder makes of a question; empty if it lets it lie. */
    @FunctionalInterface
    private interface Answers {
        Optional<AnswerChallengeResponse> to(AnswerChallengeRequest request);
    }

    private static final class Answering extends ChallengePeerServiceImplBase {
        private final Answers answers;

        Answering(Answers answers) {
            this.answers = answers;
        }

        @Override
        public void answerChallenge(AnswerChallengeRequest request, StreamObserver<AnswerChallengeResponse> observer) {
            answers.to(request).ifPresent(answer -> {
                observer.onNext(answer);
                observer.onCompleted();
            });
        }
    }
}
