package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/** What became of loading a rules directory: a rule set, or every reason why not. Both lists are in order of place. */
public sealed interface LoadResult {

    /** What deserves a second look; it changes nothing. */
    List<RuleError> warnings();

    /**
     * A rule set without a mistake.
     *
     * @param places where each rule's id stands, by id
     */
    record Loaded(RuleSet ruleSet, List<RuleError> warnings, Map<String, RulePlace> places) implements LoadResult {

        public Loaded {
            requireNonNull(ruleSet, "ruleSet is null");
            warnings = List.copyOf(warnings);
            places = Map.copyOf(places);
        }
    }

    record Rejected(List<RuleError> errors, List<RuleError> warnings) implements LoadResult {

        public Rejected {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("a rejection has a reason");
            }
        }
    }
}
