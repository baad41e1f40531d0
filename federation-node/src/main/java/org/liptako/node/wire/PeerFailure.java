package org.liptako.node.wire;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** What another State's node answered instead of an answer, as a failure of ours. */
public final class PeerFailure {
    private PeerFailure() {}

    /**
     * A failure that keeps the peer's own code where it gave one; else PEER_SILENT where it could not be reached in
     * time, and INTERNAL for the rest.
     *
     * @param peer how to name it, such as {@code NE}
     */
    public static Failure of(String peer, StatusRuntimeException thrown) {
        Status status = thrown.getStatus();
        ErrorCode code = ErrorTrailer.codeOf(thrown).orElse(fallback(status.getCode()));
        String said = status.getDescription() == null ? status.getCode().name() : status.getDescription();
        return new Failure(
                code,
                new Sentence(
                        "Le nœud de " + peer + " n'a pas donné suite : " + said,
                        "The node of " + peer + " did not do it: " + said),
                thrown);
    }

    private static ErrorCode fallback(Status.Code code) {
        return switch (code) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED -> ErrorCode.PEER_SILENT;
            case UNAUTHENTICATED -> ErrorCode.CALLER_UNTRUSTED;
            case PERMISSION_DENIED -> ErrorCode.ROLE_NOT_ENTITLED;
            case RESOURCE_EXHAUSTED -> ErrorCode.TOO_MUCH;
            default -> ErrorCode.INTERNAL;
        };
    }
}
