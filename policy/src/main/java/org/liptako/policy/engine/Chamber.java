package org.liptako.policy.engine;

import java.util.List;
import org.liptako.policy.decision.Role;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;

/** One jurisdiction in one role: the rules that speak there, found through an index. Immutable, thread-safe. */
final class Chamber {
    private final Jurisdiction jurisdiction;
    private final Role role;
    private final RuleIndex index;
    private final Boundaries boundaries;

    Chamber(Jurisdiction jurisdiction, Role role, RuleIndex index, Boundaries boundaries) {
        this.jurisdiction = jurisdiction;
        this.role = role;
        this.index = index;
        this.boundaries = boundaries;
    }

    /** The rules of a jurisdiction whose {@code au_titre_de} matches the role, in force or not; all of the Alliance's. */
    static List<Rule> speaking(List<Rule> rules, Role role) {
        return rules.stream().filter(rule -> role.hears(rule.capacity())).toList();
    }

    /** The rules that may fire, by id, among others that cannot. */
    CompiledRule[] candidates(Facts facts) {
        return index.candidates(facts);
    }

    Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    Role role() {
        return role;
    }

    /** The least instant after this second at which the law may change here. */
    long changesAfter(long second) {
        return boundaries.after(second);
    }
}
