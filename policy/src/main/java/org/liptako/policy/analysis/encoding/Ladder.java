package org.liptako.policy.analysis.encoding;

import java.util.stream.IntStream;

/**
 * A choice of one of several steps: one input for each step but the first, true when the choice is that step or above. For bounds this takes one
 * literal where a list of steps would take many.
 */
final class Ladder {

    private final Circuit circuit;
    private final int[] atLeast;

    Ladder(int steps, Circuit circuit) {
        this.circuit = circuit;
        this.atLeast = IntStream.concat(IntStream.of(Circuit.TRUE), IntStream.of(circuit.chain(steps - 1)))
                .toArray();
    }

    /** Whether the choice lies between two steps, included. */
    int within(int from, int to) {
        return from > to ? Circuit.FALSE : circuit.and(atLeast[from], -above(to));
    }

    /** The step that a search chose: the highest that it had to climb. */
    int chosen(Assignment assignment) {
        int step = atLeast.length - 1;
        while (step > 0 && !assignment.holds(atLeast[step])) {
            step--;
        }
        return step;
    }

    private int above(int step) {
        return step + 1 < atLeast.length ? atLeast[step + 1] : Circuit.FALSE;
    }
}
