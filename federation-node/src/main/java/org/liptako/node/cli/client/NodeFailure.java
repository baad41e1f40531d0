package org.liptako.node.cli.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Language;
import org.liptako.node.wire.ErrorTrailer;

/** A failed call as one line and an exit code: the node's own sentence where it gave one, the cause of its silence otherwise. */
final class NodeFailure {
    private NodeFailure() {}

    static CommandFailure of(NodeTarget target, StatusRuntimeException failure) {
        var status = failure.getStatus();
        return switch (status.getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED ->
                ErrorTrailer.codeOf(failure).isPresent() ? down(status) : silent(target, status);
            case INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, OUT_OF_RANGE -> {
                var words = said(status);
                yield CommandFailure.badInput(words, words);
            }
            case PERMISSION_DENIED, UNAUTHENTICATED, FAILED_PRECONDITION, ABORTED -> {
                var words = said(status);
                yield CommandFailure.refused(words, words);
            }
            case OK, CANCELLED, UNKNOWN, RESOURCE_EXHAUSTED, UNIMPLEMENTED, INTERNAL, DATA_LOSS -> down(status);
        };
    }

    /** The node answers, and says itself what does not. */
    private static CommandFailure down(Status status) {
        var words = said(status);
        return CommandFailure.down(words, words);
    }

    private static CommandFailure silent(NodeTarget target, Status status) {
        var where = target.host() + ":" + target.port();
        var why = because(status);
        return CommandFailure.down(
                "le nœud " + where + " ne répond pas (" + why + ").",
                "node " + where + " does not answer (" + why + ").");
    }

    private static String because(Status status) {
        Throwable deepest = status.getCause();
        while (deepest != null && deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest == null || deepest.getMessage() == null ? said(status) : deepest.getMessage();
    }

    /** A node's description is "CODE: phrase française / English sentence". */
    private static String said(Status status) {
        var description = status.getDescription();
        if (description == null) {
            return status.getCode().name();
        }
        int colon = description.indexOf(": ");
        int slash = description.indexOf(" / ");
        if (colon < 0 || slash < colon) {
            return description;
        }
        return Language.ofTerminal().choose(description.substring(colon + 2, slash), description.substring(slash + 3))
                + " [" + description.substring(0, colon) + "]";
    }
}
