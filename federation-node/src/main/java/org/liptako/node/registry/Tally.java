package org.liptako.node.registry;

import java.util.Optional;
import org.liptako.node.journal.event.DatasetId;

/**
 * How many copies there are of a kind.
 *
 * @param only the dataset that they are of, where all are of one
 */
public record Tally(long copies, Optional<DatasetId> only) {}
