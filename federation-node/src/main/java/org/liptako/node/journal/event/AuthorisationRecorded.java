package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The State's data protection authority has ruled, or has been asked.
 *
 * @param operation a code of the vocabulary
 * @param status a code of the vocabulary, such as {@code GRANTED}
 * @param until the end of its term, exclusive; null = none
 * @param reference the authority's own
 */
public record AuthorisationRecorded(
        Instant at,
        DatasetId dataset,
        String operation,
        Country destination,
        String status,
        Instant from,
        @Nullable Instant until,
        String reference)
        implements JournalEvent {}
