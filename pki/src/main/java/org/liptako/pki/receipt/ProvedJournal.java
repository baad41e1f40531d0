package org.liptako.pki.receipt;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;

/**
 * A State's journal at a checkpoint that it has signed.
 *
 * @param cosigned which other States have cosigned it, and when, by their clocks
 */
record ProvedJournal(State state, Checkpoint checkpoint, Map<State, Instant> cosigned) {
    /** By when all of it was there, by the clock of the first witness; empty where nobody has cosigned. */
    Optional<Instant> thereBy() {
        return cosigned.values().stream().min(Instant::compareTo);
    }
}
