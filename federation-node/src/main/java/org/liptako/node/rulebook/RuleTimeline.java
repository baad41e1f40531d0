package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.liptako.pki.evidence.Digest;

/**
 * The rules by which this node judges, each from its instant on: those in force, those before them for as long as questions about then may come, and the
 * next. Immutable.
 *
 * @param stages in order of time, at least one; the first stands for all time before it
 */
record RuleTimeline(List<Stage> stages) {
    RuleTimeline {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("There is always a rule set in force, if only an empty one.");
        }
    }

    /** Rules, with an engine that is ready to judge by them, from this instant on. */
    record Stage(Instant from, RulesInForce rules) {}

    static RuleTimeline of(RulesInForce rules) {
        return new RuleTimeline(List.of(new Stage(Instant.MIN, rules)));
    }

    RulesInForce at(Instant at) {
        return stages.stream()
                .filter(stage -> !stage.from().isAfter(at))
                .reduce((earlier, later) -> later)
                .orElseGet(stages::getFirst)
                .rules();
    }

    Optional<RulesInForce> of(Digest ruleSet) {
        return stages.stream()
                .map(Stage::rules)
                .filter(rules -> rules.digest().equals(ruleSet))
                .findFirst();
    }

    /** The stage in force and the one before it, which a question of a minute ago may be about. */
    List<Stage> lately(Instant now) {
        List<Stage> begun = new ArrayList<>(stages.stream()
                .filter(Predicate.not(stage -> stage.from().isAfter(now)))
                .toList());
        return begun.subList(Math.max(0, begun.size() - 2), begun.size());
    }

    /** The stage that waits. */
    Optional<Stage> next(Instant now) {
        return stages.stream().filter(stage -> stage.from().isAfter(now)).findFirst();
    }
}
