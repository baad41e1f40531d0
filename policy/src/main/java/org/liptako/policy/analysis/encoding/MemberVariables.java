package org.liptako.policy.analysis.encoding;

import java.util.List;
import java.util.stream.IntStream;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.vocabulary.Fact;

/** A set: one input for each possible member, at least one of them true. */
final class MemberVariables implements FactVariables {

    private final Domain domain;
    private final int known;
    private final Circuit circuit;
    private final int[] members;

    MemberVariables(Domain domain, int known, Circuit circuit) {
        this.domain = domain;
        this.known = known;
        this.circuit = circuit;
        this.members =
                domain.fact().words().stream().mapToInt(word -> circuit.input()).toArray();
        circuit.require(members);
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
        return members[(int) value];
    }

    /** Whether the members are exactly these, as bits by rank. */
    int equal(long ranks) {
        return circuit.and(IntStream.range(0, members.length)
                .map(rank -> ((ranks >>> rank) & 1) != 0 ? members[rank] : -members[rank])
                .toArray());
    }

    @Override
    public void write(Assignment assignment, FactsBuilder builder) {
        Fact fact = domain.fact();
        List<String> codes = IntStream.range(0, members.length)
                .filter(rank -> assignment.holds(members[rank]))
                .mapToObj(rank -> fact.words().get(rank).code())
                .toList();
        // A set that the question does not speak of has no member here; any will do, but none would leave it unknown.
        builder.set(fact, codes.isEmpty() ? List.of(fact.words().getLast().code()) : codes);
    }
}
