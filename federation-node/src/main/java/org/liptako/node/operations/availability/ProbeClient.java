package org.liptako.node.operations.availability;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.netty.handler.ssl.SslClosedEngineException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.operations.v1.ProbeRequest;
import org.liptako.operations.v1.ProbeServiceGrpc;
import org.liptako.operations.v1.ProbeServiceGrpc.ProbeServiceBlockingStub;
import org.liptako.pki.name.State;

/**
 * Asks another State's node whether it serves, over the channel that everything else goes over.
 *
 * <p>A connection is waited for: one that was lost since the last look is made again before anything is said of the peer. Where none comes about, what has kept
 * it is asked of the channel itself: a handshake that was refused is told from a node that is not there.
 */
public final class ProbeClient {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration TO_TELL = Duration.ofSeconds(1);

    private final PeerChannels channels;

    public ProbeClient(PeerChannels channels) {
        this.channels = channels;
    }

    /** What comes of asking a State's node; never {@link Outcome#CUT_OFF}, which takes all of them to tell. */
    public Outcome probe(State state) {
        channels.retryNow(state);
        try {
            return ask(stub(state, PATIENCE).withWaitForReady());
        } catch (StatusRuntimeException e) {
            return isGrpcs(e, Status.Code.DEADLINE_EXCEEDED) ? whyNot(state) : outcome(e);
        }
    }

    private Outcome whyNot(State state) {
        try {
            return ask(stub(state, TO_TELL));
        } catch (StatusRuntimeException e) {
            return outcome(e);
        }
    }

    private static Outcome ask(ProbeServiceBlockingStub peer) {
        return peer.probe(ProbeRequest.getDefaultInstance()).getReady() ? Outcome.SERVING : Outcome.NOT_READY;
    }

    private ProbeServiceBlockingStub stub(State state, Duration patience) {
        return ProbeServiceGrpc.newBlockingStub(channels.channel(state))
                .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean isGrpcs(StatusRuntimeException thrown, Status.Code code) {
        return ErrorTrailer.codeOf(thrown).isEmpty() && thrown.getStatus().getCode() == code;
    }

    static Outcome outcome(StatusRuntimeException thrown) {
        Optional<ErrorCode> told = ErrorTrailer.codeOf(thrown);
        if (told.isPresent()) {
            return isDistrust(told.get().status()) || told.get() == ErrorCode.TRUST_TOO_OLD
                    ? Outcome.REFUSED
                    : Outcome.NOT_READY;
        }
        Status.Code code = thrown.getStatus().getCode();
        return switch (code) {
            // A program of before this call was there: it answers, and that is all that is known of it.
            case UNIMPLEMENTED -> Outcome.SERVING;
            case UNAUTHENTICATED, PERMISSION_DENIED -> Outcome.REFUSED;
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED ->
                isRefusedHandshake(thrown) ? Outcome.REFUSED : Outcome.UNREACHABLE;
            default -> Outcome.NOT_READY;
        };
    }

    private static boolean isDistrust(Status.Code code) {
        return code == Status.Code.UNAUTHENTICATED || code == Status.Code.PERMISSION_DENIED;
    }

    /** A handshake that was broken off or took too long says nothing of trust. */
    private static boolean isRefusedHandshake(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return !(cause instanceof SslClosedEngineException || cause instanceof SslHandshakeTimeoutException);
            }
        }
        return false;
    }
}
