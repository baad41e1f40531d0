package org.liptako.policy.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.liptako.policy.vocabulary.Fact;

/**
 * By which facts a rule can be ruled out: for each, the values that leave it possible that the rule fires. A fact that is not here rules
 * nothing out.
 */
record Discriminants(Map<Fact, Allowance> allowances) {

    Discriminants {
        allowances = Map.copyOf(allowances);
    }

    /** Whether the rule may fire where this fact, of listed values, has the value of this rank. */
    boolean allows(Fact fact, int rank) {
        return !(allowances.get(fact) instanceof Allowance.Values values)
                || values.bits().get(rank);
    }

    /** The others, where this fact has been asked. */
    Discriminants without(Fact fact) {
        Map<Fact, Allowance> others = new HashMap<>(allowances);
        others.remove(fact);
        return new Discriminants(others);
    }

    /** What one fact allows. */
    sealed interface Allowance {

        /** The allowed values as {@code Facts.bits} numbers them; of a SET, the members of which at least one must be there. */
        record Values(BitSet bits) implements Allowance {
            Values and(Values other) {
                BitSet both = (BitSet) bits.clone();
                both.and(other.bits);
                return new Values(both);
            }
        }

        /**
         * The allowed identifiers.
         *
         * @param named those that the rule speaks of
         * @param allowed those among them that are allowed
         * @param others whether all that the rule does not speak of are allowed
         */
        record Texts(Set<String> named, Set<String> allowed, boolean others) implements Allowance {
            boolean allows(String text) {
                return named.contains(text) ? allowed.contains(text) : others;
            }

            Texts and(Texts other) {
                Set<String> all = new HashSet<>(named);
                all.addAll(other.named);
                Set<String> both = new HashSet<>(all);
                both.removeIf(text -> !allows(text) || !other.allows(text));
                return new Texts(all, both, others && other.others);
            }
        }
    }
}
