package org.liptako.pki.trust;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;

/**
 * Where a trust state stands in the line of them.
 *
 * @param number from 1, one more than its predecessor's
 * @param predecessor the digest of the predecessor's content; null for the first
 * @param issuedAt when it was drawn up, in whole seconds
 * @param nextUpdate by when a successor is promised, in whole seconds, after {@code issuedAt}
 */
public record Edition(long number, @Nullable Digest predecessor, Instant issuedAt, Instant nextUpdate) {
    public Edition {
        if (number < 1 || (number == 1) != (predecessor == null)) {
            throw new IllegalArgumentException(
                    "Trust states are numbered from 1, and each but the first names its predecessor's digest.");
        }
        if (!issuedAt.equals(issuedAt.truncatedTo(ChronoUnit.SECONDS))
                || !nextUpdate.equals(nextUpdate.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("The times of a trust state are in whole seconds.");
        }
        if (!nextUpdate.isAfter(issuedAt)) {
            throw new IllegalArgumentException("A trust state promises its successor after its own date, not before.");
        }
    }

    /** The digest of the predecessor's content; empty for the first. */
    public Optional<Digest> previous() {
        return Optional.ofNullable(predecessor);
    }
}
