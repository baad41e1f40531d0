package org.liptako.node.journal.event;

import java.time.Instant;

/** A court has placed a hold on a dataset of this State, or lifted it. */
public record HoldRecorded(Instant at, DatasetId dataset, boolean held, String reference) implements JournalEvent {}
