package org.liptako.node.exchange.publication;

import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Why a directory cannot be published as it is. */
final class PublicationFailures {
    private PublicationFailures() {}

    /** @param path of the file or directory that changed, relative to what is published */
    static Failure changed(String path) {
        String shown = path.isEmpty() ? "." : path;
        return Failure.of(
                ErrorCode.MANIFEST_REFUSED,
                "« " + shown + " » a changé pendant la lecture ; recommencez quand plus rien n'y écrit.",
                "\"" + shown + "\" changed while it was read; try again when nothing writes to it any more.");
    }
}
