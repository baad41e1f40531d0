package org.liptako.node.registry;

import java.time.Instant;
import org.liptako.pki.name.State;

/**
 * Where the registry has something from.
 *
 * @param journalIndex the entry in the journal of {@code saidBy}
 * @param heldFrom since when it is so
 * @param knownFrom since when this node knows
 */
public record Source(State saidBy, long journalIndex, Instant heldFrom, Instant knownFrom) {}
