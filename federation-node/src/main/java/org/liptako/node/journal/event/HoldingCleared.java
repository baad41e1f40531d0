package org.liptako.node.journal.event;

import java.time.Instant;

/** A difference that was journaled as {@link HoldingFound} is there no longer. */
public record HoldingCleared(Instant at, HoldingFinding finding) implements JournalEvent {}
