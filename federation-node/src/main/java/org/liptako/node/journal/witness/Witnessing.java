package org.liptako.node.journal.witness;

import java.util.Optional;
import org.liptako.node.wire.Sentence;

/**
 * Whether other States have witnessed what this State's journal says: what acts between States wait for. A State's own data on its own soil never asks. Thread-safe.
 */
public interface Witnessing {
    /** Nobody is waited for. */
    Witnessing NOT_AWAITED = new Witnessing() {
        @Override
        public Optional<Sentence> absent() {
            return Optional.empty();
        }

        @Override
        public Optional<Sentence> lacking() {
            return Optional.empty();
        }

        @Override
        public void untilWitnessed() {}
    };

    /** Which witnesses are missing, where those who answer are too few to begin an act between States; one that failed is asked again first. */
    Optional<Sentence> absent();

    /** Waits a moment until all that is committed now is witnessed; empty once it is, else what is missing. */
    Optional<Sentence> lacking();

    /**
     * Waits as long as it takes until all that is committed now is witnessed.
     *
     * @throws InterruptedException also where the node stops first
     */
    void untilWitnessed() throws InterruptedException;
}
