package org.liptako.node.wire;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.Optional;

/** What another State's node answered instead of an answer, as a failure of ours. */
public final class PeerFailure {
    private static final int MOST_SAID = 600;
    /** As {@link Sentence#toString} writes them. */
    private static final String BETWEEN_LANGUAGES = " / ";

    private PeerFailure() {}

    /**
     * A failure that keeps the peer's own code where it gave one; else PEER_SILENT where it could not be reached in
     * time, and INTERNAL for the rest.
     *
     * @param peer how to name it, such as {@code NE}
     */
    public static Failure of(String peer, StatusRuntimeException thrown) {
        ErrorCode code = ErrorTrailer.codeOf(thrown)
                .orElseGet(() -> fallback(thrown.getStatus().getCode()));
        Sentence said = words(thrown);
        return new Failure(
                code,
                new Sentence(
                        "Le nœud de " + peer + " n'a pas donné suite : " + said.fr(),
                        "The node of " + peer + " did not do it: " + said.en()),
                thrown);
    }

    /** What the peer said, in the two languages where it used them; one printable line of bounded length, for it is a stranger's text. */
    public static Sentence words(StatusRuntimeException thrown) {
        return words(thrown.getStatus(), ErrorTrailer.codeOf(thrown));
    }

    /** As {@link #words(StatusRuntimeException)}, of a stream. */
    public static Sentence words(StatusException thrown) {
        return words(thrown.getStatus(), ErrorTrailer.codeOf(thrown));
    }

    private static Sentence words(Status status, Optional<ErrorCode> told) {
        String said = Printable.line(String.valueOf(status.getDescription()), MOST_SAID);
        if (status.getDescription() == null || said.isBlank()) {
            return new Sentence(status.getCode().name(), status.getCode().name());
        }
        String prefix = told.map(code -> code + ": ").orElse("");
        String words =
                said.startsWith(prefix) && said.length() > prefix.length() ? said.substring(prefix.length()) : said;
        int end = words.indexOf(BETWEEN_LANGUAGES);
        String fr = words.substring(0, Math.max(0, end));
        String en = words.substring(end < 0 ? 0 : end + BETWEEN_LANGUAGES.length());
        return fr.isBlank() || en.isBlank() ? new Sentence(words, words) : new Sentence(fr, en);
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
