package org.liptako.node.exchange.transfer;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.PeerFailure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Why chunks do not come any more: the source is silent, not ready or unwilling, or this side ends it. */
final class TransferBreak extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What another attempt will not change; anything else may pass: a source that has not yet heard of the grant, a restart, a lost link. */
    private static final Set<ErrorCode> FINAL = EnumSet.of(
            ErrorCode.LIMIT_BROKEN,
            ErrorCode.INVALID_REQUEST,
            ErrorCode.MANIFEST_REFUSED,
            ErrorCode.ROLE_NOT_ENTITLED,
            ErrorCode.STATE_NOT_ENTITLED,
            ErrorCode.SITE_NOT_ENTITLED,
            ErrorCode.GRANT_NOT_ENTITLED,
            ErrorCode.GRANT_NOT_USABLE,
            ErrorCode.KEY_DESTROYED,
            ErrorCode.BYTES_CORRUPT);

    /** What only another grant changes. */
    private static final Set<ErrorCode> RULES = EnumSet.of(
            ErrorCode.ROLE_NOT_ENTITLED,
            ErrorCode.STATE_NOT_ENTITLED,
            ErrorCode.SITE_NOT_ENTITLED,
            ErrorCode.GRANT_NOT_ENTITLED,
            ErrorCode.GRANT_NOT_USABLE,
            ErrorCode.KEY_DESTROYED);

    private final TransferWait waitsFor;
    private final transient Sentence reason;
    private final boolean last;

    private TransferBreak(TransferWait waitsFor, Sentence reason, boolean last, @Nullable Throwable cause) {
        super(reason.toString(), cause);
        this.waitsFor = waitsFor;
        this.reason = reason;
        this.last = last;
    }

    static TransferBreak of(State source, StatusRuntimeException thrown) {
        // By its cause, for a trailer might be the peer's own word.
        if (thrown.getStatus().getCause() instanceof Failure own) {
            if (own.code() == ErrorCode.PEER_UNTRUSTED) {
                return new TransferBreak(
                        TransferWait.PEER, TransferReasons.untrusted(source, own.sentence()), false, thrown);
            }
            if (own.code() == ErrorCode.TRUST_TOO_OLD) {
                return new TransferBreak(TransferWait.PEER, own.sentence(), false, thrown);
            }
        }
        Optional<ErrorCode> code = ErrorTrailer.codeOf(thrown);
        Sentence reason = code.map(known -> TransferReasons.said(source, known, PeerFailure.words(thrown)))
                .orElseGet(() -> TransferReasons.silent(source));
        return new TransferBreak(
                waitsFor(thrown, code), reason, code.filter(FINAL::contains).isPresent(), thrown);
    }

    private static TransferWait waitsFor(StatusRuntimeException thrown, Optional<ErrorCode> code) {
        if (ofTheLink(thrown)) {
            return TransferWait.LINK;
        }
        if (code.isPresent() && code.get() == ErrorCode.BYTES_CORRUPT) {
            return TransferWait.BYTES;
        }
        return code.isPresent() && RULES.contains(code.get()) ? TransferWait.RULE : TransferWait.PEER;
    }

    /** What gRPC says by itself when a connection breaks; a message that cannot be read is the source's doing. */
    private static boolean ofTheLink(StatusRuntimeException thrown) {
        return ErrorTrailer.codeOf(thrown).isEmpty() && thrown.getStatus().getCode() == Status.Code.UNAVAILABLE;
    }

    static TransferBreak stalled(State source) {
        return new TransferBreak(TransferWait.LINK, TransferReasons.stalled(source), false, null);
    }

    /** Not the source's doing: this node stops. */
    static TransferBreak interrupted() {
        return new TransferBreak(TransferWait.NODE, TransferReasons.NODE_STOPS, false, null);
    }

    /** A disk is read in the wire's place. */
    static TransferBreak aside() {
        return new TransferBreak(TransferWait.COURIER, TransferReasons.DISK_AWAITED, false, null);
    }

    /** Another transfer is given its place. */
    static TransferBreak yields() {
        return new TransferBreak(TransferWait.TURN, TransferReasons.YIELDS, false, null);
    }

    /** This site's operators do not let it move now. */
    static TransferBreak hindered(Hindrance hindrance) {
        return new TransferBreak(hindrance.waitsFor(), hindrance.reason(), false, null);
    }

    static TransferBreak grantEnded() {
        return new TransferBreak(TransferWait.RULE, TransferReasons.GRANT_ENDED, true, null);
    }

    /** A State that the grant binds has taken it back. */
    static TransferBreak withdrawn(Sentence why) {
        return new TransferBreak(TransferWait.RULE, why, true, null);
    }

    TransferWait waitsFor() {
        return waitsFor;
    }

    Sentence reason() {
        return reason;
    }

    boolean isFinal() {
        return last;
    }

    /** Whether a connection broke, and nobody said why. */
    boolean isOfTheLink() {
        return getCause() instanceof StatusRuntimeException broken && ofTheLink(broken);
    }

    /** Whether this side ends it, and no holder. */
    boolean isOwn() {
        return getCause() == null && waitsFor != TransferWait.LINK;
    }

    /** Whether it is about what may be given, or who is believed: said by the source, it holds whoever else would give. */
    boolean endsTheTransfer() {
        return isOwn()
                || waitsFor == TransferWait.RULE
                || (getCause() instanceof StatusRuntimeException refused
                        && refused.getStatus().getCause() instanceof Failure);
    }
}
