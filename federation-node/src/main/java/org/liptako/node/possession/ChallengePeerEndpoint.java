package org.liptako.node.possession;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CancellationException;
import org.liptako.node.identity.Caller;
import org.liptako.node.possession.challenge.AnswerDesk;
import org.liptako.node.possession.challenge.AnswerMessages;
import org.liptako.node.possession.challenge.ChallengeQuestion;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.possession.v1.AnswerChallengeRequest;
import org.liptako.possession.v1.AnswerChallengeResponse;
import org.liptako.possession.v1.ChallengePeerServiceGrpc;

/** What other States' nodes ask so that this site shows what it has. */
public final class ChallengePeerEndpoint extends ChallengePeerServiceGrpc.ChallengePeerServiceImplBase {
    private final AnswerDesk desk;
    private final StatementSigner signer;

    public ChallengePeerEndpoint(AnswerDesk desk, StatementSigner signer) {
        this.desk = desk;
        this.signer = signer;
    }

    @Override
    public void answerChallenge(AnswerChallengeRequest request, StreamObserver<AnswerChallengeResponse> observer) {
        ServerCallStreamObserver<AnswerChallengeResponse> caller =
                (ServerCallStreamObserver<AnswerChallengeResponse>) observer;
        State state = Caller.current().state();
        try {
            ChallengeQuestion question = AnswerMessages.question(request, state);
            AnswerChallengeResponse response =
                    AnswerMessages.response(question, desk.answer(question, state, () -> mustWait(caller)), signer);
            caller.onNext(response);
            caller.onCompleted();
        } catch (CancellationException e) {
            // Nobody waits for the answer any more: it would be late.
        }
    }

    private static void mustWait(ServerCallStreamObserver<AnswerChallengeResponse> caller) {
        if (caller.isCancelled()) {
            throw new CancellationException("The caller has gone.");
        }
    }
}
