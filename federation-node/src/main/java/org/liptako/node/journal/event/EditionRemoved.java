package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;

/**
 * An edition that waited was taken away with its signatures.
 *
 * @param askedBy who had asked for it, if it took two; null where whoever submitted it took it away
 */
public record EditionRemoved(
        Instant at,
        String jurisdiction,
        long version,
        Digest edition,
        String by,
        String certificate,
        String key,
        @Nullable String askedBy)
        implements EditionStep {}
