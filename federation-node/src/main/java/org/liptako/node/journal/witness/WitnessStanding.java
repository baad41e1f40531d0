package org.liptako.node.journal.witness;

import java.util.List;
import java.util.Optional;
import org.liptako.pki.name.State;

/**
 * How far this State's journal is witnessed.
 *
 * @param needed how many other States must have cosigned; 0 while the trust state in force lists no witness
 * @param size how many entries as many States have cosigned, each by a key that counts
 * @param witnesses each other State
 */
public record WitnessStanding(int needed, long size, List<Witness> witnesses) {
    public WitnessStanding {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * One other State as a witness.
     *
     * @param size how many entries it has cosigned by a key that counts; 0 for none
     * @param missing since when it does not cosign; empty if it does, or was never asked
     */
    public record Witness(State state, long size, Optional<WitnessReach.Missing> missing) {}

    /** Whether an act behind so many entries may be told to another State. */
    public boolean covers(long entries) {
        return needed == 0 || size >= entries;
    }

    /** Whether too few witnesses answer for anything new to be covered. */
    public boolean isStalled() {
        return witnesses.stream().filter(witness -> witness.missing().isEmpty()).count() < needed;
    }
}
