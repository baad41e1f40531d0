package org.liptako.node.rulebook;

import java.util.Optional;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.RuleSetInForce;
import org.liptako.node.registry.Registry;

/** Journals the rules in force when they, or the engine that judges by them, are not those that the journal said last. */
final class RuleSetProclamation {
    private final Journal journal;
    private final Registry registry;

    RuleSetProclamation(Journal journal, Registry registry) {
        this.journal = journal;
        this.registry = registry;
    }

    /** Whether the journal can be told now; it cannot while it is held. */
    boolean isFree() {
        return journal.hold().why().isEmpty();
    }

    /** As {@link #proclaim}, once the journal is held no more. */
    void proclaimWhenFree(RulesInForce rules) {
        journal.hold().whenFree(() -> proclaim(rules));
    }

    void proclaim(RulesInForce rules) {
        RuleSetInForce now = new RuleSetInForce(
                journal.now(),
                rules.digest(),
                rules.jurisdictions(),
                rules.engine().identity().name());
        Optional<RuleSetInForce> last = registry.ruleSet(journal.state());
        if (last.filter(said -> sayTheSame(said, now)).isEmpty()) {
            journal.append(now);
        }
    }

    private static boolean sayTheSame(RuleSetInForce one, RuleSetInForce other) {
        return one.ruleSet().equals(other.ruleSet())
                && one.jurisdictions().equals(other.jurisdictions())
                && one.engine().equals(other.engine());
    }
}
