package org.liptako.node.console;

import java.time.Instant;
import java.util.Optional;

/**
 * Of when a reader asks.
 *
 * @param held the instant that the answer is to be true of; empty = now
 * @param known as it was known then; empty = now
 */
record AsOfQuery(Optional<Instant> held, Optional<Instant> known) {
    boolean isPresent() {
        return held.isEmpty() && known.isEmpty();
    }
}
