package org.liptako.node.exchange.attest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.ErasureLookup;
import org.liptako.node.journal.event.ErasureMedium;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Lookups as requests give them. */
final class AttestMessages {
    private AttestMessages() {}

    /**
     * A lookup in a request.
     *
     * @throws Failure INVALID_REQUEST naming the medium that is not whole
     */
    static ErasureLookup lookup(org.liptako.exchange.v1.ErasureLookup message) {
        ErasureMedium medium = medium(message.getMedium());
        try {
            return new ErasureLookup(
                    medium,
                    message.getLookedAt(),
                    unlessEmpty(message.getFound()),
                    unlessEmpty(message.getDone()),
                    message.getBy().isEmpty() ? null : LocalDate.parse(message.getBy()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    medium + " : dites ce qui a été examiné ; ce qui a été trouvé, ce qui en a été fait et pour quel"
                            + " jour (2026-11-22) vont ensemble, chacun sur une ligne.",
                    medium + ": say what was looked at; what was found, what was done about it and by which day"
                            + " (2026-11-22) go together, each on one line.");
        }
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static ErasureMedium medium(org.liptako.exchange.v1.ErasureMedium medium) {
        return switch (medium) {
            case ERASURE_MEDIUM_SNAPSHOTS -> ErasureMedium.SNAPSHOTS;
            case ERASURE_MEDIUM_TAPES -> ErasureMedium.TAPES;
            case ERASURE_MEDIUM_ARRAY_REPLICAS -> ErasureMedium.ARRAY_REPLICAS;
            case ERASURE_MEDIUM_OTHER -> ErasureMedium.OTHER;
            case ERASURE_MEDIUM_UNSPECIFIED, UNRECOGNIZED ->
                throw Failure.of(
                        ErrorCode.INVALID_REQUEST,
                        "Ce support n'est pas connu de cette version du nœud.",
                        "This version of the node does not know that medium.");
        };
    }
}
