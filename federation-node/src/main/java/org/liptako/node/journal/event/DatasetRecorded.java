package org.liptako.node.journal.event;

import java.time.Instant;

/** A State has recorded one of its datasets. */
public record DatasetRecorded(Instant at, Dataset dataset) implements JournalEvent {}
