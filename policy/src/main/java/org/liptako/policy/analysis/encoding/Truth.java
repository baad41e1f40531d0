package org.liptako.policy.analysis.encoding;

/**
 * One of three values, as two literals that are never both true: when it is true and when it is false; unknown when it is neither.
 * Where every fact is known the one is the negation of the other, and the circuit folds into the two-valued one by itself.
 */
record Truth(int isTrue, int isFalse) {

    Truth negated() {
        return new Truth(/* isTrue= */ isFalse, /* isFalse= */ isTrue);
    }

    Truth and(Truth other, Circuit circuit) {
        return new Truth(circuit.and(isTrue, other.isTrue), circuit.or(isFalse, other.isFalse));
    }

    int isUnknown(Circuit circuit) {
        return circuit.and(-isTrue, -isFalse);
    }
}
