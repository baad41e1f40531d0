package org.liptako.pki.quorum;

import java.util.Set;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/**
 * How many people must have signed, and whose.
 *
 * @param role the only role whose signatures count
 * @param from the States whose people count, at least one
 * @param people how many distinct people, at least one
 * @param states from how many distinct States at least, 1 to the number of {@code from}
 */
public record QuorumRule(Role role, Set<State> from, int people, int states) {
    /** More people than this never sign together. */
    public static final int MOST_PEOPLE = 16;

    public QuorumRule {
        from = Set.copyOf(from);
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("A quorum is of 1 to " + MOST_PEOPLE + " people, not " + people + ".");
        }
        if (states < 1 || states > from.size() || states > people) {
            throw new IllegalArgumentException("A quorum of " + people + " people from " + from.size()
                    + " States cannot come from " + states + ".");
        }
    }

    /** So many people of one State. */
    public static QuorumRule of(Role role, State state, int people) {
        return new QuorumRule(role, Set.of(state), people, 1);
    }

    /** So many people of any States, from so many of them. */
    public static QuorumRule acrossStates(Role role, int people, int states) {
        return new QuorumRule(role, Set.of(State.values()), people, states);
    }
}
