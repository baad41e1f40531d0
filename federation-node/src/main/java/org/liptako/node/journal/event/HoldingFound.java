package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a site holds is not what the journals say. Said once, until {@link HoldingCleared}.
 *
 * @param files how many files are no copy; null where it is about a copy
 */
public record HoldingFound(
        Instant at, HoldingFinding finding, @Nullable Long files) implements JournalEvent {}
