package org.liptako.node.possession.challenge;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.PeerFailure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.possession.v1.AnswerChallengeResponse;
import org.liptako.possession.v1.ChallengePeerServiceGrpc;

/**
 * Puts a challenge to a holder, and tells a holder that does not answer from a State that is cut off: a connection that is cut is found out within seconds by its
 * pings, and whoever has not answered by the deadline is asked another, easy question. Thread-safe.
 */
public final class ChallengeClient {
    private static final Duration EASY = Duration.ofSeconds(10);

    private final PeerChannels channels;
    private final AnswerCheck check;

    public ChallengeClient(PeerChannels channels, AnswerCheck check) {
        this.channels = channels;
        this.check = check;
    }

    HolderAnswer ask(ChallengeQuestion question, State holder, Duration deadline) {
        SiteId site = question.draw().site();
        long began = System.nanoTime();
        try {
            channels.retryNow(site);
            AnswerChallengeResponse response = ChallengePeerServiceGrpc.newBlockingStub(channels.siteChannel(site))
                    .withDeadlineAfter(deadline)
                    .answerChallenge(AnswerMessages.toMessage(question));
            return given(question, holder, response, since(began));
        } catch (StatusRuntimeException e) {
            return withoutAnswer(site, e, since(began));
        } catch (Failure e) {
            return new HolderAnswer.Silent(e.sentence());
        }
    }

    /** What nobody has signed blames nobody, and proves nothing: the holder is asked again. */
    private HolderAnswer given(
            ChallengeQuestion question, State holder, AnswerChallengeResponse response, Duration took) {
        try {
            List<Digest> given = AnswerMessages.digests(response);
            SignedStatement signed = check.require(question, holder, given, AnswerMessages.signed(response));
            return new HolderAnswer.Given(given, signed, took);
        } catch (Failure e) {
            return new HolderAnswer.Declined(e.code(), e.sentence(), took);
        }
    }

    private HolderAnswer withoutAnswer(SiteId site, StatusRuntimeException thrown, Duration took) {
        Failure failure = PeerFailure.of(site.value(), thrown);
        HolderAnswer.Declined declined = new HolderAnswer.Declined(failure.code(), failure.sentence(), took);
        if (failure.code() == ErrorCode.PEER_SILENT) {
            return silent(site, thrown, declined);
        }
        if (thrown.getStatus().getCode() == Status.Code.UNIMPLEMENTED
                || failure.code() == ErrorCode.ROLE_NOT_ENTITLED) {
            return new HolderAnswer.NotUnderstood(declined);
        }
        return switch (failure.code()) {
            case PEER_UNTRUSTED, CALLER_UNTRUSTED, TRUST_TOO_OLD -> new HolderAnswer.Silent(failure.sentence());
            default -> declined;
        };
    }

    /** Whoever is silent to a challenge, and answers other questions, is not cut off. */
    private HolderAnswer silent(SiteId site, StatusRuntimeException thrown, HolderAnswer.Declined declined) {
        if (!answersAtAll(site)) {
            return new HolderAnswer.Silent(declined.why());
        }
        boolean late =
                ErrorTrailer.codeOf(thrown).isEmpty() && thrown.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED;
        return late ? new HolderAnswer.Late(declined.took()) : declined;
    }

    private boolean answersAtAll(SiteId site) {
        try {
            FederationServiceGrpc.newBlockingStub(channels.siteChannel(site))
                    .withDeadlineAfter(EASY)
                    .getNode(GetNodeRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException e) {
            // A refusal is an answer too.
            return ErrorTrailer.codeOf(e).isPresent() || e.getStatus().getCode() == Status.Code.UNIMPLEMENTED;
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
