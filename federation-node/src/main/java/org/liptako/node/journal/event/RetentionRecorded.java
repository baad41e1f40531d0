package org.liptako.node.journal.event;

import java.time.Instant;

/** Until when a dataset of this State must be kept. */
public record RetentionRecorded(Instant at, DatasetId dataset, Instant until) implements JournalEvent {}
