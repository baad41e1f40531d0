package org.liptako.node.registry;

import java.time.Instant;
import org.liptako.node.journal.event.DatasetId;

/**
 * That the key of a dataset is no more, as its home State says: its encrypted copies are there still, and nobody can read them.
 *
 * @param at when it was destroyed
 */
public record KeyEnd(DatasetId dataset, String keyCheck, Instant at) {}
