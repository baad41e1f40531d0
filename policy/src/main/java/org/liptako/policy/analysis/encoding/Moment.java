package org.liptako.policy.analysis.encoding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.liptako.policy.vocabulary.Space;

/**
 * The instant at which documents are judged: one of several, which a search chooses as it chooses the facts. Where there is only one, all that
 * hangs on it is settled, and the circuit folds. Not thread-safe.
 */
public final class Moment {

    private final List<Instant> instants;
    private final Circuit circuit;
    private final Ladder ladder;
    private final Map<Membership, Integer> memberships = new HashMap<>();

    Moment(Collection<Instant> instants, Circuit circuit) {
        this.instants = List.copyOf(new TreeSet<>(instants));
        this.circuit = circuit;
        this.ladder = new Ladder(this.instants.size(), circuit);
    }

    private record Membership(Space space, String country) {}

    /** Whether the instant is this one, of those that there are. */
    public int is(Instant instant) {
        return when(instant::equals);
    }

    /** The instant that a search chose. */
    public Instant in(Assignment assignment) {
        return instants.get(ladder.chosen(assignment));
    }

    /** Whether the instant is one of which this holds. */
    int when(Predicate<Instant> holds) {
        List<Integer> runs = new ArrayList<>();
        int from = 0;
        for (int step = 0; step <= instants.size(); step++) {
            if (step == instants.size() || !holds.test(instants.get(step))) {
                runs.add(ladder.within(from, step - 1));
                from = step + 1;
            }
        }
        return circuit.or(runs);
    }

    /** Whether a country is a member of a space at the instant. */
    int isMember(Space space, String country) {
        return memberships.computeIfAbsent(
                new Membership(space, country), asked -> when(at -> space.contains(country, at)));
    }
}
