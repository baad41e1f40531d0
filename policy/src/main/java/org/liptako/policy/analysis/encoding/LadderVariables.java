package org.liptako.policy.analysis.encoding;

import java.util.Arrays;
import org.liptako.policy.facts.FactsBuilder;

/**
 * A fact of one value: one input for each step of its domain but the first, true when the value is on that step or above. For bounds this
 * takes one literal where a list of values would take many, and its size grows no faster than the domain.
 */
final class LadderVariables implements FactVariables {

    private final Domain domain;
    private final int known;
    private final Circuit circuit;
    private final int[] atLeast;

    LadderVariables(Domain domain, int known, Circuit circuit) {
        this.domain = domain;
        this.known = known;
        this.circuit = circuit;
        this.atLeast = new int[domain.values().length];
        atLeast[0] = Circuit.TRUE;
        for (int step = 1; step < atLeast.length; step++) {
            atLeast[step] = circuit.input();
            if (step > 1) {
                circuit.require(-atLeast[step], atLeast[step - 1]);
            }
        }
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public int known() {
        return known;
    }

    @Override
    public int holds(long value) {
        int step = Arrays.binarySearch(domain.values(), value);
        return step < 0 ? Circuit.FALSE : circuit.and(atLeast[step], -above(step));
    }

    /** Whether the value lies between two bounds, included. */
    int within(long least, long most) {
        int first = Arrays.binarySearch(domain.values(), least);
        int from = first < 0 ? -first - 1 : first;
        int last = Arrays.binarySearch(domain.values(), most);
        int to = last < 0 ? -last - 2 : last;
        return from > to ? Circuit.FALSE : circuit.and(atLeast[from], -above(to));
    }

    @Override
    public void write(Assignment assignment, FactsBuilder builder) {
        int step = 0;
        while (step + 1 < atLeast.length && assignment.holds(atLeast[step + 1])) {
            step++;
        }
        domain.write(domain.values()[step], builder);
    }

    private int above(int step) {
        return step + 1 < atLeast.length ? atLeast[step + 1] : Circuit.FALSE;
    }
}
