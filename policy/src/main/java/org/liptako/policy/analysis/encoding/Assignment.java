package org.liptako.policy.analysis.encoding;

import java.util.BitSet;

/** What a search found: the inputs that are true; the others are false, or do not matter. */
public record Assignment(BitSet inputs) {

    public Assignment {
        inputs = (BitSet) inputs.clone();
    }

    /** Whether an input, or a negated input, is true. */
    boolean holds(int literal) {
        return literal > 0 ? inputs.get(literal) : !inputs.get(-literal);
    }
}
