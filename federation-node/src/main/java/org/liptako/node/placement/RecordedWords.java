package org.liptako.node.placement;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.vocabulary.Fact;

/**
 * Puts codes that a register holds into a facts document. One that came with a newer vocabulary than that of the rules which judge says nothing to them: the
 * fact is unknown, and nothing is permitted on it. A set with one such member is unknown whole, for rules may speak of what it does not contain.
 */
final class RecordedWords {
    private RecordedWords() {}

    static void tell(FactsBuilder facts, Fact fact, @Nullable String code) {
        if (code != null && fact.wordByCode(code).isPresent()) {
            facts.set(fact, code);
        }
    }

    static void tell(FactsBuilder facts, Fact fact, Collection<String> codes) {
        if (codes.stream().allMatch(code -> fact.wordByCode(code).isPresent())) {
            facts.set(fact, codes);
        }
    }
}
