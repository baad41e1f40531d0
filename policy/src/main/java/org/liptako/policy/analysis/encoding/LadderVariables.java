package org.liptako.policy.analysis.encoding;

import java.util.Arrays;
import org.liptako.policy.facts.FactsBuilder;

/** A fact of one value: a ladder with a step for each value of its domain, so that its size grows no faster than the domain. */
final class LadderVariables implements FactVariables {

    private final Domain domain;
    private final int known;
    private final Ladder ladder;

    LadderVariables(Domain domain, int known, Circuit circuit) {
        this.domain = domain;
        this.known = known;
        this.ladder = new Ladder(domain.values().length, circuit);
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
        return step < 0 ? Circuit.FALSE : ladder.within(step, step);
    }

    /** Whether the value lies between two bounds, included. */
    int within(long least, long most) {
        int first = Arrays.binarySearch(domain.values(), least);
        int from = first < 0 ? -first - 1 : first;
        int last = Arrays.binarySearch(domain.values(), most);
        int to = last < 0 ? -last - 2 : last;
        return ladder.within(from, to);
    }

    @Override
    public void write(Assignment assignment, FactsBuilder builder) {
        domain.write(domain.values()[ladder.chosen(assignment)], builder);
    }
}
